import { DatabaseSync } from 'node:sqlite'
import { documentName } from '@tafelrunde/protocol'
import { addItem, openBoard } from '@tafelrunde/schema'
import { newId, type GroupId } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './inProcess.ts'

let server: TestServer
let people: Participant[] = []
let held: DatabaseSync | null = null

beforeEach(async () => {
  server = await startTestServer()
}, 60_000)
afterEach(async () => {
  held?.close()
  held = null
  for (const person of people) person.leave()
  people = []
  await server.stop()
}, 60_000)

function join(groupId: GroupId): Participant {
  const { token, seat } = server.workshop.seat('participant', groupId)
  const { id: seatId, workshopId } = seat
  const person = new Participant({ syncUrl: server.url, token, seatId, workshopId, groupId })
  people.push(person)
  return person
}

/** From now on no commit ends: to the writer it is the same as a disk that does not answer. */
async function stall(): Promise<void> {
  const row = await server.database.get<{ file: string }>(`SELECT file FROM pragma_database_list WHERE name = 'main'`)
  held = new DatabaseSync(row!.file)
  held.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE')
}

function goOn(): void {
  held?.close()
  held = null
}

const note = (text: string) => ({ place: { canvasId: server.canvasA, fieldId: 'barriers' }, text })
const textsOf = (person: Participant, groupId: GroupId): string[] =>
  person.read(groupId).items.map(({ plainText }) => plainText)

it('[S8] while the disk stalls nobody sees or is told of an edit, reading goes on, and then everything is there in order', async () => {
  const { groupA, groupB } = server.workshop
  const [anna, ben] = [join(groupA), join(groupA)]
  await Promise.all([anna.openBoard(groupA), ben.openBoard(groupA)])
  await until(() => anna.edit(groupA, (board) => addItem(board, note('vorher'))))
  await until(() => anna.isSaved && textsOf(ben, groupA).length === 1)

  await stall()
  const typed: string[] = []
  const typing = setInterval(() => {
    const text = `notiz-${typed.length}`
    if (anna.edit(groupA, (board) => addItem(board, note(text)))) typed.push(text)
  }, 20)
  await until(() => server.events.includes('storage.stalled'), { what: 'the stall', timeoutMs: 20_000 })
  expect(anna.isSaved).toBe(false)
  expect(textsOf(ben, groupA)).toEqual(['vorher'])
  const startedAt = performance.now()
  const [carl, dora] = [join(groupA), join(groupB)]
  await Promise.all([carl.openBoard(groupA), dora.openBoard(groupB)])
  expect(textsOf(carl, groupA)).toEqual(['vorher'])
  expect((await server.documents.readBoard(groupA)).items).toHaveLength(1)
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  expect(typed.length).toBeGreaterThan(20)
  clearInterval(typing)

  goOn()
  await until(() => anna.isSaved, { what: 'everything to be acknowledged', timeoutMs: 20_000 })
  await until(() => textsOf(ben, groupA).length === typed.length + 1 && textsOf(carl, groupA).length > typed.length)
  expect(textsOf(ben, groupA)).toEqual(['vorher', ...typed])
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([])
}, 90_000)

it('[S2] writes in one row what one person has typed while the disk stalled', async () => {
  const { groupA } = server.workshop
  const anna = join(groupA)
  await anna.openBoard(groupA)
  await until(() => anna.edit(groupA, () => true))
  const rows = async (): Promise<number> => {
    const sql = 'SELECT COUNT(*) AS n FROM journal_row WHERE document = ?'
    return (await server.database.get<{ n: number }>(sql, documentName('group', groupA)))!.n
  }
  const before = await rows()
  await stall()
  let typed = 0
  const typing = setInterval(() => {
    if (anna.edit(groupA, (board) => addItem(board, note(`notiz-${typed}`)))) typed += 1
  }, 5)
  await until(() => typed >= 100, { what: 'a hundred notes', timeoutMs: 20_000 })
  clearInterval(typing)
  goOn()
  await until(() => anna.isSaved, { what: 'everything to be acknowledged', timeoutMs: 20_000 })
  expect(await rows()).toBeLessThan(before + 10)
  expect((await server.documents.readBoard(groupA)).items).toHaveLength(typed)
}, 90_000)

it('[S9] does not begin a board anew that is lost, whoever edits it', async () => {
  const lost = documentName('group', newId<GroupId>())
  const edit = server.documents.edit(lost, (ydoc) => addItem(openBoard(ydoc), note('neu')))
  await expect(edit).rejects.toMatchObject({ code: 'document.unavailable' })
  expect(await server.database.get('SELECT 1 FROM journal_row WHERE document = ?', lost)).toBeUndefined()
})

import { AppError, documentName, type CockpitState, type DocumentName } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import { newId, type GroupId } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Statement } from '../../src/seams.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
let anna: Participant
let groupId: GroupId
let otherId: GroupId
let link: string
let damagedLink: string
let ask: (method: string, end: string, body?: unknown) => ReturnType<TestServer['call']>

beforeEach(async () => {
  server = await TestServer.start()
  const created = await server.createWorkshop()
  groupId = created.groups[0]!.id as GroupId
  link = created.groups[0]!.link
  damagedLink = created.groups[1]!.link
  otherId = created.groups[1]!.id as GroupId
  const { token } = await server.join(created.links.owner)
  ask = (method, end, body) => server.call(method, `/api/v1/workshops/${created.workshop.id}${end}`, { token, body })
  anna = await Participant.join({ url: server.address, invite: inviteOf(link) })
}, 60_000)
afterEach(async () => {
  vi.restoreAllMocks()
  anna.leave()
  await server.stop()
}, 60_000)

/** Let writes fail whose first statement says this. */
function failWrites(containing: string): void {
  const write = server.database.write.bind(server.database)
  vi.spyOn(server.database, 'write').mockImplementation((statements: readonly Statement[]) =>
    statements[0]?.sql.includes(containing)
      ? Promise.reject(new AppError('storage.unavailable', 'staged'))
      : write(statements),
  )
}

const note = (text: string) => ({ place: { canvasId: null, fieldId: 'free' }, text })

test('[F9] a freeze that the disk refuses is taken back: everybody is told that writing goes on', async () => {
  const document = await anna.openBoard(groupId)
  await until(() => document.mayWrite)
  failWrites('INSERT INTO journal_row')
  expect((await ask('POST', '/run', { type: 'freeze' })).status).toBe(503)
  vi.restoreAllMocks()
  await until(() => document.mayWrite, { what: 'writing to be open again' })
  anna.edit(groupId, (board) => addItem(board, note('weiter')))
  await until(() => anna.isSaved)
  expect(anna.refusals).toEqual([])
  expect((await ask('POST', '/run', { type: 'freeze' })).status).toBe(200)
})

test('a command that has succeeded is a success, also when it could not be remembered', async () => {
  failWrites('INSERT INTO audit_entry')
  expect((await ask('POST', '/run', { type: 'freeze' })).status).toBe(200)
})

test('[T4] a text of the tray is on the board once, whatever failed in between', async () => {
  await anna.openBoard(groupId)
  const id = newId<string>()
  const entry = { id, groupId, itemId: null, fieldId: null, text: 'Abgelegt', reason: 'board.frozen' }
  expect((await ask('POST', '/tray', entry)).status).toBe(201)
  failWrites('UPDATE tray_entry')
  expect((await ask('PATCH', `/tray/${id}`, { state: 'taken', putOnBoard: true })).status).toBe(503)
  vi.restoreAllMocks()
  const answer = await ask('PATCH', `/tray/${id}`, { state: 'taken', putOnBoard: true })
  expect(answer).toMatchObject({ status: 200, body: { state: 'taken' } })
  await until(() => anna.read(groupId).items.length > 0)
  expect(anna.read(groupId).items.map(({ plainText }) => plainText)).toEqual(['Abgelegt'])
})

test('[S10] a damaged board says so in the cockpit and is refused; every other board goes on', async () => {
  const garble = (document: DocumentName) =>
    server.database.write([
      { sql: `UPDATE journal_row SET bytes = zeroblob(length(bytes)) WHERE document = ?`, params: [document] },
    ])
  await garble(documentName('group', otherId))
  await server.restart()
  const cockpit = (await ask('GET', '/cockpit')).body as unknown as CockpitState
  const trouble = new Map(cockpit.tiles.map((tile) => [tile.groupId, tile.trouble]))
  expect(trouble.get(otherId)).toBe('document.damaged')
  expect(trouble.get(groupId)).toBeNull()
  const ben = await Participant.join({ url: server.address, invite: inviteOf(damagedLink) })
  ben.open(documentName('group', otherId))
  await until(() => ben.refusals.length > 0, { what: 'a refusal' })
  ben.leave()
  expect(ben.refusals[0]?.code).toBe('document.damaged')
  expect((await server.call('GET', '/readyz')).status).toBe(200)
  const cleo = await Participant.join({ url: server.address, invite: inviteOf(link) })
  await cleo.openBoard(groupId)
  await until(() => cleo.edit(groupId, (board) => addItem(board, note('zurück'))))
  await until(() => cleo.isSaved)
  cleo.leave()
  const undone = await ask('POST', `/seats/${cleo.seatId}/undo`, { minutes: 5 })
  expect(undone).toMatchObject({ status: 200, body: { boards: [{ groupId, removed: 1 }], refused: [otherId] } })
  expect((await ask('POST', '/run', { type: 'freeze' })).status).toBe(200)
  expect((await ask('POST', '/run', { type: 'unfreeze' })).status).toBe(200)
  // Run state, plenary, common board and the whole one of two groups.
  const kept = (await ask('POST', '/snapshots', { name: 'Sicherung' })).body
  expect(kept).toMatchObject({ documents: 4 })
})

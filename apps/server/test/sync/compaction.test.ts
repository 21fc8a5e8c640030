import { documentName } from '@tafelrunde/protocol'
import { addItem, editItemText } from '@tafelrunde/schema'
import { richTextOf } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { expect, it } from 'vitest'
import { startTestServer } from './inProcess.ts'

it('[J4] compacts a busy board while people write on it, and loads it whole afterwards', async () => {
  const server = await startTestServer()
  const { groupA } = server.workshop
  const name = documentName('group', groupA)
  const { token, seat } = server.workshop.seat('participant', groupA)
  const { id: seatId, workshopId } = seat
  const anna = new Participant({ syncUrl: server.url, token, seatId, workshopId, groupId: groupA })
  const countRows = async (): Promise<number> =>
    (await server.database.get<{ n: number }>('SELECT COUNT(*) AS n FROM journal_row WHERE document = ?', name))!.n
  try {
    await anna.openBoard(groupA)
    const place = { canvasId: null, fieldId: 'free' }
    const added = await until(() => anna.edit(groupA, (board) => addItem(board, { place, text: 'Notiz' })))
    // One row each: every edit waits until the one before is saved, so that nothing is merged.
    for (let i = 0; i < 520; i += 1) {
      anna.edit(groupA, (board) => editItemText(board, added.result, richTextOf(`Notiz ${i}`)))
      await until(() => anna.isSaved)
    }
    expect(await countRows()).toBeGreaterThan(500)
    await until(() => server.events.includes('journal.compacted'), { what: 'the compaction', timeoutMs: 20_000 })
    anna.edit(groupA, (board) => addItem(board, { place, text: 'danach' }))
    await until(() => anna.isSaved)
    const before = await server.documents.readBoard(groupA)
    anna.leave()
    await server.restart()
    expect(await server.documents.readBoard(groupA)).toEqual(before)
    expect(before.items.map((item) => item.plainText)).toEqual(['Notiz 519', 'danach'])
  } finally {
    anna.leave()
    await server.stop()
  }
})

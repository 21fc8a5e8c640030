import { documentName } from '@tafelrunde/protocol'
import { addItem, openBoard, SCHEMA_VERSION } from '@tafelrunde/schema'
import { FREE_FIELD, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario } from '../Scenario.ts'
import { ours } from '../systems/ours.ts'
import { withSystem } from '../systems/withSystem.ts'

/** F15: a device with an older client and unsent edits meets a newer server, then is updated. */
export const scenario: Scenario = {
  id: 'F15',
  title: 'An older client meets a newer server.',
  criterion:
    'It is refused with a reason, keeps its edits, changes nothing on the board, and brings them once it is up to date.',
  peers: { H: 'knows no versions', Y: 'knows no versions' },
  run: (): Promise<Finding> =>
    withSystem(ours, {}, async (running) => {
      const checks = new Checks()
      const room = await running.openRoom()
      const onlooker = await room.join()
      const { token, seat } = await room.takeSeat(room.workshop.groups[0]!.link)
      const name = documentName('group', room.groupId)
      const participantWith = (schema: number): Participant =>
        new Participant({
          syncUrl: `ws://127.0.0.1:${running.port}/sync?schema=${schema}`,
          token,
          seatId: seat.id as SeatId,
          workshopId: room.workshop.workshop.id as WorkshopId,
          groupId: room.groupId,
        })
      const upToDate = participantWith(SCHEMA_VERSION)
      const kept = new Y.Doc()
      try {
        const { ydoc } = await upToDate.openBoard(room.groupId)
        Y.applyUpdate(kept, Y.encodeStateAsUpdate(ydoc))
        checks.add('the current version gets in', upToDate.refusals.length === 0, 'yes')
      } finally {
        upToDate.leave()
      }
      addItem(openBoard(kept), { place: { canvasId: null, fieldId: FREE_FIELD }, text: 'von der alten Fassung' })
      const old = participantWith(0)
      try {
        old.open(name, kept)
        await checks.eventually('it is refused with a reason', () =>
          old.refusals.some(({ code }) => code === 'version.tooOld'),
        )
        checks.add(
          'it is told nothing else',
          old.refusals.every(({ code }) => code === 'version.tooOld'),
          old.refusals.map(({ code }) => code).join(', '),
        )
        const isKept =
          Y.encodeStateVector(kept).length > 1 &&
          JSON.stringify(kept.getMap('items').toJSON()).includes('alten Fassung')
        checks.add('its edits stay with it', isKept && old.tray.length === 0, isKept ? 'on the device' : 'gone')
      } finally {
        old.leave()
      }
      checks.add(
        'the board has not changed',
        !(await room.readNotes()).includes('von der alten Fassung'),
        'checked by a newcomer',
      )
      const updated = participantWith(SCHEMA_VERSION)
      try {
        updated.open(name, kept)
        await checks.eventually('up to date, it brings its edits', () => updated.isSaved)
        await until(() => onlooker.notes().includes('von der alten Fassung'), { what: 'the note to be seen' })
        const found = (await room.readNotes()).filter((text) => text === 'von der alten Fassung')
        checks.add('they are there once', found.length === 1, `${found.length} times`)
      } finally {
        updated.leave()
      }
      return checks.finding('refused with version.tooOld, its edits arrived after the update')
    }),
}

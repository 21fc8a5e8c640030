import { ROLES } from '@tafelrunde/protocol'
import { newId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { seatPermissions } from '../front/seatPermissions.ts'
import { aRunState, aStep } from '../testing/aRunState.ts'
import { mayReadBoard } from './mayReadBoard.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

test('results show exactly the boards that the same seat could open', () => {
  const [closed, open] = [aStep(), aStep({ visibility: 'all' })]
  const sheet = aRunState({ steps: [closed, open] })
  const runOf = (step: typeof closed) => ({ stepId: step.id, startedAt: 1, endsAt: null, isClosed: false, part: null })
  const ahead = sheet.groups[2]!.id
  const runs = [
    sheet,
    { ...sheet, current: runOf(closed) },
    { ...sheet, current: runOf(open) },
    { ...sheet, current: runOf(closed), groupRuns: { [ahead]: runOf(open) } },
  ]
  const answers = new Set<boolean>()
  for (const run of runs) {
    for (const role of ROLES) {
      for (const groupId of [null, ...run.groups.map(({ id }) => id)]) {
        const workshopId = run.workshop.id as WorkshopId
        const seat = { id: newId<SeatId>(), workshopId, role, groupId, name: '', organisation: '', ...ORDINARY_SEAT }
        for (const group of run.groups) {
          const { read } = seatPermissions({ seat, document: { kind: 'group', id: group.id }, run })
          expect([role, mayReadBoard(run, seat, group)]).toEqual([role, read === null])
          answers.add(read === null)
        }
      }
    }
  }
  expect(answers.size).toBe(2)
})

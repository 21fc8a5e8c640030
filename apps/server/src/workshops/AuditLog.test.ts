import { newId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aDatabase } from '../testing/aDatabase.ts'
import { AuditLog } from './AuditLog.ts'

test('acts are listed as they were appended, each workshop for itself', async () => {
  const audit = new AuditLog(await aDatabase())
  const [workshopId, otherId, seatId] = [newId<WorkshopId>(), newId<WorkshopId>(), newId<SeatId>()]
  const created = { workshopId, seatId: null, at: 2, event: 'workshop.created', details: { groups: 3 } } as const
  const frozen = { workshopId, seatId, at: 1, event: 'run.commanded', details: { command: 'freeze' } } as const
  await audit.append(created)
  await audit.append({ ...created, workshopId: otherId })
  await audit.append(frozen)
  expect(await audit.list(workshopId)).toEqual([created, frozen])
})

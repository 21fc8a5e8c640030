import { AppError } from '@tafelrunde/protocol'
import { newId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import type { Database, Statement } from '../seams.ts'
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

test('an act that could not be remembered is no failure, and is written with the next one', async () => {
  const database = await aDatabase()
  let isFull = true
  const full: Database = Object.create(database, {
    write: {
      value: (statements: readonly Statement[]) =>
        isFull ? Promise.reject(new AppError('storage.unavailable', 'full')) : database.write(statements),
    },
  })
  const logged: string[] = []
  const record = (event: string): void => void logged.push(event)
  const audit = new AuditLog(full, { warn: record, error: record })
  const workshopId = newId<WorkshopId>()
  const act = (at: number) => ({ workshopId, seatId: null, at, event: 'workshop.edited', details: {} }) as const
  await audit.append(act(1))
  await audit.append(act(2))
  isFull = false
  await audit.append(act(3))
  const entries = await new AuditLog(database).list(workshopId)
  expect(entries.map(({ at }) => at)).toEqual([1, 2, 3])
  expect(logged).toEqual(['audit.delayed', 'audit.delayed'])
})

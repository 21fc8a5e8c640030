import { newId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aDatabase } from '../testing/aDatabase.ts'
import { AuditLog, type AuditEntry } from '../workshops/AuditLog.ts'
import { listActs } from './listActs.ts'

test('[CK1] the last five acts are told, newest first, without questions, notes and turned pages', async () => {
  const audit = new AuditLog(await aDatabase())
  const [workshopId, seatId] = [newId<WorkshopId>(), newId<SeatId>()]
  let at = 0
  const append = (event: AuditEntry['event'], command: string | null, id = workshopId) =>
    audit.append({ workshopId: id, seatId, at: (at += 1), event, details: command === null ? {} : { command } })
  for (const command of ['freeze', 'unfreeze', 'step.next', 'step.next', 'gather', 'nudge']) {
    await append('run.commanded', command)
    await append('run.commanded', 'stage.page')
    await append('entry.authorsAsked', null)
    await append('step.noted', null)
  }
  await append('run.commanded', 'freeze', newId<WorkshopId>())
  const acts = await listActs({ audit }, workshopId)
  expect(acts.map(({ command }) => command)).toEqual(['nudge', 'gather', 'step.next', 'step.next', 'unfreeze'])
  expect(acts[0]).toEqual({ seatId, at: 21, event: 'run.commanded', command: 'nudge', groupId: null, stepId: null })
})

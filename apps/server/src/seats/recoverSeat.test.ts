import { AppError } from '@tafelrunde/protocol'
import { newId, type SeatId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { createLog } from '../observability/log.ts'
import { aDatabase, aStoredWorkshop } from '../testing/aDatabase.ts'
import { aRunState } from '../testing/aRunState.ts'
import { AuditLog } from '../workshops/AuditLog.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { newSecrets } from './joinByInvite.ts'
import { LiveSeats } from './LiveSeats.ts'
import { RecoveryBrake } from './RecoveryBrake.ts'
import { recoverSeat } from './recoverSeat.ts'
import { SqliteSeatStore } from './SqliteSeatStore.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

async function aSeatToRecover() {
  const database = await aDatabase()
  const seats = new SqliteSeatStore(database)
  const { workshopId, link } = await aStoredWorkshop(new SqliteWorkshopStore(database))
  const secrets = newSecrets({ workshopId })
  const seat = {
    id: newId<SeatId>(),
    workshopId,
    role: 'participant',
    groupId: null,
    name: '',
    organisation: '',
    ...ORDINARY_SEAT,
  } as const
  const limits = { perLink: 9, perWorkshop: 9, perGroup: null }
  await seats.add({ ...seat, linkId: link.id, joinedAt: 1 }, secrets.hashes, limits)
  const liveSeats = new LiveSeats(seats)
  const audit = new AuditLog(database)
  const parts = {
    seats,
    liveSeats,
    audit,
    runStates: { load: async () => aRunState() } as unknown as Parameters<typeof recoverSeat>[0]['runStates'],
    log: createLog({ level: 'silent' }),
    now: () => 1,
    recoveryBrake: new RecoveryBrake({ now: () => 1, wait: () => Promise.resolve() }),
  }
  return { parts, request: { workshop: workshopId, recoveryCode: secrets.recoveryCode }, seatId: seat.id }
}

const full = new AppError('storage.unavailable', 'the disk is full')

test('the old code stays good when what the answer needs cannot be read', async () => {
  const { parts, request, seatId } = await aSeatToRecover()
  const broken = { ...parts, runStates: { load: () => Promise.reject(full) } as unknown as typeof parts.runStates }
  await expect(recoverSeat(broken, request)).rejects.toBe(full)
  expect((await recoverSeat(parts, request)).seat.id).toBe(seatId)
})

test('nobody loses a seat because its recovery could not be noted', async () => {
  const { parts, request, seatId } = await aSeatToRecover()
  const { audit } = parts
  audit.append = () => Promise.reject(full)
  const { token } = await recoverSeat(parts, request)
  expect((await parts.liveSeats.seatOfToken(token)).id).toBe(seatId)
})

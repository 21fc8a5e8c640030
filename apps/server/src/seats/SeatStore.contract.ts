import { newId, type GroupId, type SeatId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { hashToken, newToken } from '../links/tokens.ts'
import { aStoredWorkshop, type StoredExample } from '../testing/aDatabase.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import type { SeatLimits, SeatStore, StoredSeat } from './SeatStore.ts'

const WIDE: SeatLimits = { perLink: 100, perWorkshop: 100, perGroup: null }

/** The rules of SeatStore, for every implementation. */
export function seatStoreContract(open: () => Promise<{ seats: SeatStore; workshops: WorkshopStore }>): void {
  async function opened() {
    const { seats, workshops } = await open()
    const example = await aStoredWorkshop(workshops)
    return { seats, workshops, example }
  }

  test('[SE1] a seat is found by its token and by its recovery code, revoked or not', async () => {
    const { seats, example } = await opened()
    const { seat, secrets } = aSeat(example, { people: 3, companions: 'Ben, Zoe', isMuted: true })
    expect(await seats.add(seat, secrets, WIDE)).toBeNull()
    const stored = { ...seat, revokedAt: null }
    expect(await seats.byToken(secrets.tokenHash)).toEqual(stored)
    expect(await seats.byRecovery(example.workshopId, secrets.recoveryHash)).toEqual(stored)
    expect(await seats.byRecovery(newId(), secrets.recoveryHash)).toBeNull()
    expect(await seats.byToken(hashToken(newToken()))).toBeNull()
    await seats.revoke(seat.id, 9)
    expect(await seats.byToken(secrets.tokenHash)).toEqual({ ...seat, revokedAt: 9 })
  })

  test.each([
    ['link', { ...WIDE, perLink: 3 }, 'link.full'],
    ['workshop', { ...WIDE, perWorkshop: 3 }, 'link.full'],
    ['group', { ...WIDE, perGroup: 3 }, 'group.full'],
  ] as const)('[SE2] of many seats at once no %s gets more than it may hold', async (_bound, limits, refusal) => {
    const { seats, example } = await opened()
    const wishes = Array.from({ length: 8 }, () => aSeat(example, { groupId: example.groupIds[0] }))
    const answers = await Promise.all(wishes.map(({ seat, secrets }) => seats.add(seat, secrets, limits)))
    expect(answers.filter((answer) => answer === null)).toHaveLength(3)
    expect(new Set(answers)).toEqual(new Set([null, refusal]))
    const [first] = await seats.list(example.workshopId)
    await seats.revoke(first!.id, 9)
    const { seat, secrets } = aSeat(example, { groupId: example.groupIds[0] })
    expect(await seats.add(seat, secrets, limits)).toBeNull()
  })

  test('[SE3] of two recoveries with one code, one gets the seat and the old token finds nothing', async () => {
    const { seats, example } = await opened()
    const { seat, secrets } = aSeat(example)
    await seats.add(seat, secrets, WIDE)
    const [mine, theirs] = [aSeat(example).secrets, aSeat(example).secrets]
    const answers = await Promise.all(
      [mine, theirs].map((next) => seats.replaceSecrets(seat.id, secrets.recoveryHash, next)),
    )
    expect(answers).toEqual([true, false])
    expect(await seats.byToken(secrets.tokenHash)).toBeNull()
    expect(await seats.byToken(theirs.tokenHash)).toBeNull()
    expect(await seats.byToken(mine.tokenHash)).toMatchObject({ id: seat.id })
    const fresh = hashToken(newToken())
    await seats.replaceRecovery(seat.id, fresh)
    expect(await seats.replaceSecrets(seat.id, mine.recoveryHash, theirs)).toBe(false)
    expect(await seats.replaceSecrets(seat.id, fresh, theirs)).toBe(true)
  })

  test('[SE4] a change changes what it is given, and no full group is entered', async () => {
    const { seats, example } = await opened()
    const [first, second] = [aSeat(example, { groupId: example.groupIds[1] }), aSeat(example)]
    for (const { seat, secrets } of [first, second]) await seats.add(seat, secrets, WIDE)
    expect(await seats.change(second.seat.id, { name: 'Grace' }, null)).toBeNull()
    expect(await seats.change(second.seat.id, { groupId: example.groupIds[1] }, 1)).toBe('group.full')
    expect(await seats.byId(second.seat.id)).toMatchObject({ name: 'Grace', organisation: 'Land A', groupId: null })
    expect(await seats.change(second.seat.id, { groupId: example.groupIds[1], role: 'scribe' }, 2)).toBeNull()
    expect(await seats.byId(second.seat.id)).toMatchObject({ groupId: example.groupIds[1], role: 'scribe' })
    expect(await seats.change(second.seat.id, { groupId: example.groupIds[1] }, 1)).toBeNull()
    expect(await seats.change(second.seat.id, { groupId: null }, 1)).toBeNull()
    expect(await seats.byId(second.seat.id)).toMatchObject({ name: 'Grace', groupId: null })
    expect(await seats.change(second.seat.id, { isMuted: true, people: 5, companions: 'Ben' }, null)).toBeNull()
    const room = { name: 'Grace', role: 'scribe', isMuted: true, people: 5, companions: 'Ben' }
    expect(await seats.byId(second.seat.id)).toMatchObject(room)
    expect(await seats.change(second.seat.id, { isMuted: false, companions: '' }, null)).toBeNull()
    expect(await seats.byId(second.seat.id)).toMatchObject({ ...room, isMuted: false, companions: '' })
  })

  test('[SE5] [SE6] the living seats of a workshop are listed in the order of their joining', async () => {
    const { seats, workshops, example } = await opened()
    const others = await aStoredWorkshop(workshops)
    const made = [3, 1, 2].map((joinedAt) => aSeat(example, { joinedAt }))
    for (const { seat, secrets } of [...made, aSeat(others)]) await seats.add(seat, secrets, WIDE)
    expect((await seats.list(example.workshopId)).map(({ joinedAt }) => joinedAt)).toEqual([1, 2, 3])
    await seats.revoke(made[2]!.seat.id, 9)
    expect((await seats.list(example.workshopId)).map(({ joinedAt }) => joinedAt)).toEqual([1, 3])
    expect((await seats.byId(made[2]!.seat.id))?.revokedAt).toBe(9)
  })

  test('[SE7] many move at once, and nobody who has gone, moderates or belongs elsewhere', async () => {
    const { seats, workshops, example } = await opened()
    const others = await aStoredWorkshop(workshops)
    const [first, second, gone] = [aSeat(example), aSeat(example, { groupId: example.groupIds[1] }), aSeat(example)]
    const [foreign, moderator] = [aSeat(others), aSeat(example, { role: 'moderator' })]
    const all = [first, second, gone, foreign, moderator]
    for (const { seat, secrets } of all) await seats.add(seat, secrets, WIDE)
    await seats.revoke(gone.seat.id, 9)
    await seats.assign(example.workshopId, [
      ...[first, gone, foreign, moderator].map(({ seat }) => ({ seatId: seat.id, groupId: example.groupIds[0] })),
      { seatId: second.seat.id, groupId: null },
    ])
    const groups = await Promise.all(all.map(async ({ seat }) => (await seats.byId(seat.id))?.groupId))
    expect(groups).toEqual([example.groupIds[0], null, null, null, null])
    const unknown = { seatId: first.seat.id, groupId: newId<GroupId>() }
    const moves = [{ seatId: second.seat.id, groupId: example.groupIds[1] }, unknown]
    await expect(seats.assign(example.workshopId, moves)).rejects.toThrow(/FOREIGN KEY/)
    expect((await seats.byId(second.seat.id))?.groupId).toBeNull()
  })

  test('[SE8] who is let in is told apart, and waits no more', async () => {
    const { seats, workshops, example } = await opened()
    const others = await aStoredWorkshop(workshops)
    const [waiting, inside, gone] = [true, false, true].map((isWaiting) => aSeat(example, { isWaiting }))
    const foreign = aSeat(others, { isWaiting: true })
    for (const { seat, secrets } of [waiting!, inside!, gone!, foreign]) await seats.add(seat, secrets, WIDE)
    await seats.revoke(gone!.seat.id, 9)
    const ids = [waiting!, inside!, gone!, foreign].map(({ seat }) => seat.id)
    expect(await seats.byToken(waiting!.secrets.tokenHash)).toMatchObject({ isWaiting: true })
    expect(await seats.admit(example.workshopId, ids)).toEqual([waiting!.seat.id])
    expect(await seats.byToken(waiting!.secrets.tokenHash)).toMatchObject({ isWaiting: false })
    expect(await seats.byId(foreign.seat.id)).toMatchObject({ isWaiting: true })
    expect(await seats.admit(example.workshopId, ids)).toEqual([])
  })
}

function aSeat(example: StoredExample, traits: Partial<StoredSeat> = {}) {
  const seat: Omit<StoredSeat, 'revokedAt'> = {
    id: newId<SeatId>(),
    workshopId: example.workshopId,
    linkId: example.link.id,
    role: 'participant',
    groupId: null,
    name: 'Ada',
    organisation: 'Land A',
    ...ORDINARY_SEAT,
    joinedAt: 1,
    ...traits,
  }
  return { seat, secrets: { tokenHash: hashToken(newToken()), recoveryHash: hashToken(newToken()) } }
}

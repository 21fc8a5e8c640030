import { documentName, type DocumentName } from '@tafelrunde/protocol'
import { newId, type SeatId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import type { LinkStore } from '../links/LinkStore.ts'
import { hashToken, newTicket, newToken } from '../links/tokens.ts'
import type { SeatStore } from '../seats/SeatStore.ts'
import { aStoredWorkshop } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import type { NewTicket, TicketLimits, TicketStore } from './TicketStore.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

interface Stores {
  readonly tickets: TicketStore
  readonly seats: SeatStore
  readonly links: LinkStore
  readonly workshops: WorkshopStore
}

/** The rules of TicketStore, for every implementation. */
export function ticketStoreContract(open: () => Promise<Stores>): void {
  test('[TI1] a ticket is found by its hash, another one is not', async () => {
    const { tickets, aTicket } = await aSeat(await open())
    const ticket = aTicket({ createdAt: 500 })
    expect(await tickets.add(ticket, limits())).toBe(true)
    expect(await tickets.byHash(ticket.hash)).toEqual({
      seatId: ticket.seatId,
      document: ticket.document,
      createdAt: 500,
      connectedAt: null,
      isSeatTokenCurrent: true,
      isLinkRevoked: false,
    })
    expect(await tickets.byHash(hashToken(newTicket()))).toBeNull()
  })

  test('[TI2] of many tickets made at once a seat gets as many as it may, and another seat its own', async () => {
    const stores = await open()
    const [mine, other] = [await aSeat(stores), await aSeat(stores)]
    const add = () => mine.tickets.add(mine.aTicket({ createdAt: 500 }), limits({ perSeat: 3, countedSince: 400 }))
    const added = await Promise.all([add(), add(), add(), add(), add()])
    expect(added.filter(Boolean)).toHaveLength(3)
    const later = { perSeat: 3, countedSince: 500 }
    expect(await mine.tickets.add(mine.aTicket({ createdAt: 600 }), limits(later))).toBe(true)
    expect(await other.tickets.add(other.aTicket({ createdAt: 500 }), limits({ perSeat: 3 }))).toBe(true)
  })

  test('[TI3] what is too old goes, the unused earlier, and of too many the oldest', async () => {
    const { tickets, aTicket } = await aSeat(await open())
    const [old, unused, used] = [100, 300, 300].map((createdAt) => aTicket({ createdAt })) as [
      NewTicket,
      NewTicket,
      NewTicket,
    ]
    for (const ticket of [old, unused, used]) await tickets.add(ticket, limits())
    for (const ticket of [old, used]) await tickets.connected(ticket.hash, 310)
    const fresh = aTicket({ createdAt: 900 })
    await tickets.add(fresh, limits({ madeBefore: 200, unusedBefore: 800 }))
    expect(await found(tickets, [old, unused, used, fresh])).toEqual([false, false, true, true])
    const last = aTicket({ createdAt: 901 })
    await tickets.add(last, limits({ keptPerSeat: 2 }))
    expect(await found(tickets, [used, fresh, last])).toEqual([false, true, true])
  })

  test('[TI4] the first connection is remembered', async () => {
    const { tickets, aTicket } = await aSeat(await open())
    const ticket = aTicket({ createdAt: 500 })
    await tickets.add(ticket, limits())
    await tickets.connected(ticket.hash, 510)
    await tickets.connected(ticket.hash, 520)
    expect(await tickets.byHash(ticket.hash)).toMatchObject({ connectedAt: 510 })
  })

  test('[TI5] a ticket knows that its seat went to another device, and that its link was revoked after it', async () => {
    const stores = await open()
    const { tickets, aTicket, seatId, recoveryHash, linkId } = await aSeat(stores)
    const [before, after] = [aTicket({ createdAt: 500 }), aTicket({ createdAt: 700 })]
    for (const ticket of [before, after]) await tickets.add(ticket, limits())
    await stores.links.revoke(linkId, 600)
    expect(await tickets.byHash(before.hash)).toMatchObject({ isLinkRevoked: true, isSeatTokenCurrent: true })
    expect(await tickets.byHash(after.hash)).toMatchObject({ isLinkRevoked: false })
    await stores.seats.replaceSecrets(seatId, recoveryHash, { tokenHash: aHash(), recoveryHash: aHash() })
    expect(await tickets.byHash(after.hash)).toMatchObject({ isSeatTokenCurrent: false })
  })
}

const aHash = () => hashToken(newToken())

function limits(change: Partial<TicketLimits> = {}): TicketLimits {
  return { perSeat: 99, countedSince: 0, keptPerSeat: 99, unusedBefore: 0, madeBefore: 0, ...change }
}

function found(tickets: TicketStore, all: readonly NewTicket[]): Promise<boolean[]> {
  return Promise.all(all.map(async ({ hash }) => (await tickets.byHash(hash)) !== null))
}

async function aSeat({ tickets, seats, workshops }: Stores) {
  const { workshopId, groupIds, link } = await aStoredWorkshop(workshops)
  const [seatId, tokenHash, recoveryHash] = [newId<SeatId>(), aHash(), aHash()]
  const seat = {
    id: seatId,
    workshopId,
    linkId: link.id,
    joinedAt: 1,
    groupId: null,
    name: '',
    organisation: '',
    ...ORDINARY_SEAT,
  }
  const seatLimits = { perLink: 9, perWorkshop: 9, perGroup: null }
  await seats.add({ ...seat, role: 'participant' }, { tokenHash, recoveryHash }, seatLimits)
  const document: DocumentName = documentName('group', groupIds[0])
  const aTicket = ({ createdAt }: { createdAt: number }): NewTicket => ({
    hash: hashToken(newTicket()),
    seatId,
    seatTokenHash: tokenHash,
    document,
    createdAt,
  })
  return { tickets, seatId, recoveryHash, linkId: link.id, aTicket }
}

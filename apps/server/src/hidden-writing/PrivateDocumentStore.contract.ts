import { documentName } from '@tafelrunde/protocol'
import { newId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { hashToken, newToken } from '../links/tokens.ts'
import type { Journal } from '../journal/Journal.ts'
import type { SeatStore } from '../seats/SeatStore.ts'
import { aStoredWorkshop, type StoredExample } from '../testing/aDatabase.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import type { PrivateDocumentStore } from './PrivateDocumentStore.ts'

interface Stores {
  readonly privateDocuments: PrivateDocumentStore
  readonly journal: Journal
  readonly seats: SeatStore
  readonly workshops: WorkshopStore
}

/** The rules of PrivateDocumentStore, for every implementation. */
export function privateDocumentStoreContract(open: () => Promise<Stores>): void {
  async function aSeat({ seats }: Stores, { workshopId, link }: StoredExample): Promise<SeatId> {
    const id = newId<SeatId>()
    const person = { ...ORDINARY_SEAT, role: 'participant', groupId: null, name: '', organisation: '' } as const
    const limits = { perLink: 10, perWorkshop: 10, perGroup: null }
    const secrets = { tokenHash: hashToken(newToken()), recoveryHash: hashToken(newToken()) }
    await seats.add({ ...person, id, workshopId, linkId: link.id, joinedAt: 1 }, secrets, limits)
    return id
  }
  async function writes({ journal }: Stores, seatId: SeatId): Promise<void> {
    const document = documentName('private', seatId)
    await journal.append({ document, seatId, at: 1, bytes: new Uint8Array([0, 0]), claims: [] })
  }

  test('[PD1] the seats that have written are told, revoked ones too, and nobody else', async () => {
    const stores = await open()
    const mine = await aStoredWorkshop(stores.workshops)
    const [anna, ben] = [await aSeat(stores, mine), await aSeat(stores, mine)]
    await aSeat(stores, mine)
    await writes(stores, anna)
    await writes(stores, ben)
    await writes(stores, await aSeat(stores, await aStoredWorkshop(stores.workshops)))
    await stores.seats.revoke(ben, 5)
    expect(new Set(await stores.privateDocuments.seatsOf(mine.workshopId))).toEqual(new Set([anna, ben]))
    await stores.journal.forget(documentName('private', anna))
    expect(await stores.privateDocuments.seatsOf(mine.workshopId)).toEqual([ben])
    expect(await stores.privateDocuments.seatsOf(newId<WorkshopId>())).toEqual([])
  })

  test('[PD2] each workshop with a private document is told once', async () => {
    const stores = await open()
    const [mine, other] = [await aStoredWorkshop(stores.workshops), await aStoredWorkshop(stores.workshops)]
    await writes(stores, await aSeat(stores, mine))
    await writes(stores, await aSeat(stores, mine))
    await aSeat(stores, other)
    expect(await stores.privateDocuments.workshops()).toEqual([mine.workshopId])
  })
}

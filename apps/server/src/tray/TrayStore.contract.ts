import { newId, type SeatId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { hashToken, newToken } from '../links/tokens.ts'
import type { SeatStore } from '../seats/SeatStore.ts'
import { aStoredWorkshop, type StoredExample } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import type { TrayEntryId, TrayRecord, TrayStore } from './TrayStore.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

/** The rules of TrayStore, for every implementation. */
export function trayStoreContract(
  open: () => Promise<{ tray: TrayStore; workshops: WorkshopStore; seats: SeatStore }>,
): void {
  async function opened() {
    const { tray, workshops, seats } = await open()
    const example = await aStoredWorkshop(workshops)
    const [mine, theirs] = [await aSeatIn(example, seats), await aSeatIn(example, seats)]
    const entry = (seatId: SeatId, traits: Partial<TrayRecord> = {}): TrayRecord => ({
      id: newId<TrayEntryId>(),
      workshopId: example.workshopId,
      seatId,
      groupId: example.groupIds[0],
      itemId: null,
      fieldId: 'needs',
      text: 'ein Text',
      reason: 'board.frozen',
      at: 1,
      state: 'waiting',
      ...traits,
    })
    return { tray, example, mine, theirs, entry }
  }

  test('[T1] an entry that is sent again changes nothing, and nobody overwrites one of others', async () => {
    const { tray, mine, theirs, entry } = await opened()
    const first = entry(mine)
    expect(await tray.put(first)).toBe(true)
    expect(await tray.put({ ...first, text: 'anders' })).toBe(false)
    expect(await tray.put({ ...first, seatId: theirs })).toBe(false)
    expect(await tray.byId(first.id)).toEqual(first)
    expect(await tray.byId(newId())).toBeNull()
  })

  test('[T2] entries are listed in the order of their time, of all or of one seat', async () => {
    const { tray, example, mine, theirs, entry } = await opened()
    const entries = [entry(mine, { at: 3 }), entry(theirs, { at: 1 }), entry(mine, { at: 2 })]
    for (const one of entries) await tray.put(one)
    expect((await tray.list(example.workshopId)).map(({ at }) => at)).toEqual([1, 2, 3])
    expect((await tray.list(example.workshopId, mine)).map(({ at }) => at)).toEqual([2, 3])
    expect(await tray.list(newId())).toEqual([])
  })

  test('[T3] of two decisions the first one stands', async () => {
    const { tray, mine, entry } = await opened()
    const one = entry(mine)
    await tray.put(one)
    expect(await Promise.all([tray.decide(one.id, 'taken'), tray.decide(one.id, 'discarded')])).toEqual([true, false])
    expect((await tray.byId(one.id))?.state).toBe('taken')
  })
}

async function aSeatIn({ workshopId, link }: StoredExample, seats: SeatStore): Promise<SeatId> {
  const id = newId<SeatId>()
  const person = {
    name: '',
    organisation: '',
    ...ORDINARY_SEAT,
    role: 'participant',
    groupId: null,
    joinedAt: 1,
  } as const
  const secrets = { tokenHash: hashToken(newToken()), recoveryHash: hashToken(newToken()) }
  await seats.add({ id, workshopId, linkId: link.id, ...person }, secrets, {
    perLink: 9,
    perWorkshop: 9,
    perGroup: null,
  })
  return id
}

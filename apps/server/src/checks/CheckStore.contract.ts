import type { CheckReport } from '@tafelrunde/protocol'
import { newId } from '@tafelrunde/schema/plain'
import { beforeEach, describe, expect, test } from 'vitest'
import { newSecrets } from '../seats/joinByInvite.ts'
import type { SeatStore, StoredSeat } from '../seats/SeatStore.ts'
import { aStoredWorkshop, type StoredExample } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import { CHECKS_PER_WORKSHOP, type CheckStore, type StoredCheck } from './CheckStore.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

/** What a check store is tried with. */
export interface CheckStoreParts {
  readonly checks: CheckStore
  readonly workshops: WorkshopStore
  readonly seats: SeatStore
}

/** A report in which everything works. */
export const GOOD_REPORT: CheckReport = {
  findings: [{ topic: 'server', state: 'good' }],
  latencyMs: 20,
  clockOffsetMs: 0,
  viewport: { width: 1440, height: 900 },
  browser: 'Firefox 140, Windows',
}

/** The rules of CheckStore, for every implementation. */
export function checkStoreContract(makeParts: () => Promise<CheckStoreParts>): void {
  describe('keeps technical checks', () => {
    let parts: CheckStoreParts
    let example: StoredExample
    beforeEach(async () => {
      parts = await makeParts()
      example = await aStoredWorkshop(parts.workshops)
    })

    const aCheck = (traits: Partial<StoredCheck> = {}): StoredCheck => ({
      workshopId: example.workshopId,
      device: newId(),
      seatId: null,
      at: 1,
      report: GOOD_REPORT,
      ...traits,
    })

    async function aSeat(): Promise<StoredSeat['id']> {
      const { workshopId, link } = example
      const seat = { id: newId<StoredSeat['id']>(), workshopId, linkId: link.id, role: 'participant', groupId: null }
      const limits = { perLink: 9, perWorkshop: 9, perGroup: null }
      const stored = {
        ...seat,
        role: 'participant' as const,
        name: '',
        organisation: '',
        ...ORDINARY_SEAT,
        joinedAt: 1,
      }
      await parts.seats.add(stored, newSecrets(stored).hashes, limits)
      return seat.id
    }

    test('[TC1] the newest check of a device stands, and stays with its seat', async () => {
      const seatId = await aSeat()
      const check = aCheck({ seatId })
      await parts.checks.keep(check)
      const again = { ...check, seatId: null, at: 2, report: { ...GOOD_REPORT, latencyMs: 90 } }
      await parts.checks.keep(again)
      expect(await parts.checks.list(example.workshopId)).toEqual([{ ...again, seatId }])
    })

    test('[TC2] the oldest without a seat make room', async () => {
      const mine = aCheck({ seatId: await aSeat(), at: 0 })
      await parts.checks.keep(mine)
      const others = Array.from({ length: CHECKS_PER_WORKSHOP + 1 }, (_, index) => aCheck({ at: index + 1 }))
      for (const other of others) await parts.checks.keep(other)
      const kept = new Set((await parts.checks.list(example.workshopId)).map(({ device }) => device))
      expect(kept.size).toBe(CHECKS_PER_WORKSHOP)
      expect(kept.has(mine.device)).toBe(true)
      expect(others.map(({ device }) => kept.has(device)).indexOf(true)).toBe(2)
    })

    test('[TC3] lists the checks of one workshop, newest first', async () => {
      const other = await aStoredWorkshop(parts.workshops)
      const [first, second] = [aCheck({ at: 1 }), aCheck({ at: 2 })]
      for (const check of [first, aCheck({ workshopId: other.workshopId }), second]) await parts.checks.keep(check)
      expect(await parts.checks.list(example.workshopId)).toEqual([second, first])
    })
  })
}

import { AppError } from '@tafelrunde/protocol'
import type { Claim, ClaimOwner } from '../journal/Journal.ts'

/**
 * Client ids that one seat may own in one document. Every page load takes one, so a series of workshops needs some
 * hundred; without a bound one seat could fill the table.
 */
export const MAX_CLAIMS_PER_OWNER = 1_000

/**
 * Who owns which Yjs client id in one open document.
 *
 * C1  An id that nobody owns belongs to the first who names it, from that moment, before it is on disk.
 * C2  An id that somebody else owns is refused with `update.foreignClient`.
 * C3  If the claim could not be written, the id is free again.
 * C4  One owner has a bounded number of ids.
 */
export class ClaimTable {
  readonly #owners: Map<number, ClaimOwner>
  readonly #counts = new Map<ClaimOwner, number>()

  constructor(stored: ReadonlyMap<number, ClaimOwner>) {
    this.#owners = new Map(stored)
    for (const owner of this.#owners.values()) this.#count(owner, 1)
  }

  ownerOf(clientId: number): ClaimOwner | null {
    return this.#owners.get(clientId) ?? null
  }

  /**
   * Take ids for an owner; returns those that are new and have to be stored.
   *
   * @throws AppError `update.foreignClient` | `request.tooMany`; then nothing was taken
   */
  take(clientIds: readonly number[], owner: ClaimOwner): readonly Claim[] {
    const fresh: Claim[] = []
    for (const clientId of clientIds) {
      const known = this.#owners.get(clientId)
      if (known === owner) continue
      if (known !== undefined) throw new AppError('update.foreignClient', 'a client id belongs to somebody else')
      fresh.push({ clientId, owner })
    }
    if (fresh.length === 0) return fresh
    if ((this.#counts.get(owner) ?? 0) + fresh.length > MAX_CLAIMS_PER_OWNER) {
      throw new AppError('request.tooMany', 'a seat has used up its client ids')
    }
    for (const { clientId } of fresh) this.#owners.set(clientId, owner)
    this.#count(owner, fresh.length)
    return fresh
  }

  /** Give ids back whose claim did not reach the disk. */
  release(claims: readonly Claim[]): void {
    for (const { clientId, owner } of claims) if (this.#owners.delete(clientId)) this.#count(owner, -1)
  }

  #count(owner: ClaimOwner, by: number): void {
    this.#counts.set(owner, (this.#counts.get(owner) ?? 0) + by)
  }
}

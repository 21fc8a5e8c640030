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
  /** Taken, and not yet known to be on disk. */
  readonly #unstored = new Set<number>()

  constructor(stored: ReadonlyMap<number, ClaimOwner>) {
    this.#owners = new Map(stored)
    for (const owner of this.#owners.values()) this.#count(owner, 1)
  }

  /** Whether the id is somebody's for good, so that others may see it. */
  isStored(clientId: number): boolean {
    return this.#owners.has(clientId) && !this.#unstored.has(clientId)
  }

  ownerOf(clientId: number): ClaimOwner | null {
    return this.#owners.get(clientId) ?? null
  }

  /**
   * Take ids for an owner; returns those that have to be stored: the new ones, and those whose first claim is still on
   * its way, because it can fail while what comes after it is written.
   *
   * @throws AppError `update.foreignClient` | `request.tooMany`; then nothing was taken
   */
  take(clientIds: readonly number[], owner: ClaimOwner): readonly Claim[] {
    const claims: Claim[] = []
    const fresh: number[] = []
    for (const clientId of clientIds) {
      const known = this.#owners.get(clientId)
      if (known !== undefined && known !== owner) {
        throw new AppError('update.foreignClient', 'a client id belongs to somebody else')
      }
      if (known === undefined) fresh.push(clientId)
      if (!this.isStored(clientId)) claims.push({ clientId, owner })
    }
    if (fresh.length === 0) return claims
    if ((this.#counts.get(owner) ?? 0) + fresh.length > MAX_CLAIMS_PER_OWNER) {
      throw new AppError('request.tooMany', 'a seat has used up its client ids')
    }
    for (const clientId of fresh) {
      this.#owners.set(clientId, owner)
      this.#unstored.add(clientId)
    }
    this.#count(owner, fresh.length)
    return claims
  }

  /** The claims are on disk. */
  stored(claims: readonly Claim[]): void {
    for (const { clientId, owner } of claims) {
      const known = this.#owners.get(clientId)
      if (known !== owner) {
        // An earlier claim of it had failed and was given back; the disk has decided otherwise.
        if (known !== undefined) this.#count(known, -1)
        this.#owners.set(clientId, owner)
        this.#count(owner, 1)
      }
      this.#unstored.delete(clientId)
    }
  }

  /** Give ids back whose claim did not reach the disk. */
  release(claims: readonly Claim[]): void {
    for (const { clientId, owner } of claims) {
      if (this.isStored(clientId) || this.#owners.get(clientId) !== owner) continue
      this.#owners.delete(clientId)
      this.#unstored.delete(clientId)
      this.#count(owner, -1)
    }
  }

  #count(owner: ClaimOwner, by: number): void {
    this.#counts.set(owner, (this.#counts.get(owner) ?? 0) + by)
  }
}

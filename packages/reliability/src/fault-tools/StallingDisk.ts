/** A disk that can be made to take nothing for a while. */
export interface StallingDisk {
  /** From now on what is written waits. */
  stall(): void
  /** Let it go on. */
  release(): void
  /** Something waits. */
  readonly isStalling: boolean
  /** How long what has gone on had waited, ms. */
  readonly stallsMs: readonly number[]
}

/** What its author has decided about a text of the tray. */
export interface TrayDecision {
  readonly id: string
  readonly state: 'taken' | 'discarded'
}

/**
 * Decisions of one seat that the server has not heard of yet. They outlive a reload, and every tab of the seat knows
 * them: without that, a text that was put back offline would be in the tray once more.
 */
export class TrayDecisions {
  private readonly key: string
  /** Those that found no room in the device's storage. */
  private unstored: readonly TrayDecision[] = []

  constructor(seatId: string) {
    this.key = `tafelrunde.trayDecisions.${seatId}`
  }

  all(): readonly TrayDecision[] {
    return [...this.stored(), ...this.unstored]
  }

  has(id: string): boolean {
    return this.all().some((decision) => decision.id === id)
  }

  add(decision: TrayDecision): void {
    if (!this.store([...this.stored(), decision])) this.unstored = [...this.unstored, decision]
  }

  /** The server has it. */
  done(id: string): void {
    this.unstored = this.unstored.filter((decision) => decision.id !== id)
    this.store(this.stored().filter((decision) => decision.id !== id))
  }

  private stored(): readonly TrayDecision[] {
    let value: unknown
    try {
      value = JSON.parse(localStorage.getItem(this.key) ?? '[]')
    } catch {
      return []
    }
    return (Array.isArray(value) ? value : []).filter(
      (entry: unknown): entry is TrayDecision =>
        typeof entry === 'object' &&
        entry !== null &&
        'id' in entry &&
        typeof entry.id === 'string' &&
        'state' in entry,
    )
  }

  private store(decisions: readonly TrayDecision[]): boolean {
    try {
      if (decisions.length === 0) localStorage.removeItem(this.key)
      else localStorage.setItem(this.key, JSON.stringify(decisions))
      return true
    } catch {
      return false // The storage is full; this tab still knows.
    }
  }
}

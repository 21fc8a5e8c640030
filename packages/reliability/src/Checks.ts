import { until } from '@tafelrunde/testkit'
import type { Check, Finding } from './Scenario.ts'

/** Gathers what a scenario sees. A check that does not hold is a result, not an error: the scenario goes on. */
export class Checks {
  readonly #checks: Check[] = []

  /** Note whether something held; `seen` is what a reader needs to believe it. */
  add(what: string, held: boolean, seen: string | number): void {
    this.#checks.push({ what, held, seen: String(seen) })
  }

  /** Note whether a condition comes true in time. */
  async eventually(what: string, condition: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<boolean> {
    const startedAt = performance.now()
    const held = await until(condition, { what, timeoutMs }).catch(() => false)
    const ms = Math.round(performance.now() - startedAt)
    this.add(what, held, held ? `after ${ms} ms` : `not within ${ms} ms`)
    return held
  }

  /** Note that none of these is missing among those. */
  noneMissing(what: string, wanted: readonly string[], found: readonly string[]): void {
    const there = new Set(found)
    const missing = wanted.filter((one) => !there.has(one))
    this.add(what, missing.length === 0, `${missing.length} of ${wanted.length} missing`)
  }

  /** Note that nothing is there twice. */
  nothingTwice(what: string, found: readonly string[]): void {
    const doubled = found.length - new Set(found).size
    this.add(what, doubled === 0, `${doubled} of ${found.length} doubled`)
  }

  finding(summary: string): Finding {
    return { checks: this.#checks, summary }
  }
}

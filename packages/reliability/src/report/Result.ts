import type { Finding, Size } from '../Scenario.ts'
import type { SystemName } from '../systems/System.ts'

/** What one system showed: a finding, why the question does not apply to it, or why the run itself broke off. */
export type Outcome =
  | { readonly type: 'finding'; readonly finding: Finding; readonly seconds: number }
  | { readonly type: 'doesNotApply'; readonly reason: string }
  | { readonly type: 'brokeOff'; readonly message: string }

/** One scenario's run on every system. */
export interface Result {
  readonly id: string
  readonly title: string
  readonly criterion: string
  readonly size: Size
  /** Epoch milliseconds. */
  readonly at: number
  readonly machine: string
  readonly outcomes: Readonly<Record<SystemName, Outcome>>
}

/** Whether every check of an outcome held. */
export function isHolding(outcome: Outcome): boolean {
  return outcome.type === 'finding' && outcome.finding.checks.every(({ held }) => held)
}

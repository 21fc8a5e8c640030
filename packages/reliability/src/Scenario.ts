import type { System } from './systems/System.ts'

/** How much of a scenario is run: seconds for every `npm test`, or as long as the question deserves. */
export type Size = 'small' | 'full'

/** One thing that was asked of a system, and what was seen. */
export interface Check {
  readonly what: string
  readonly held: boolean
  readonly seen: string
}

/** What a scenario has found out about one system. */
export interface Finding {
  readonly checks: readonly Check[]
  readonly summary: string
}

/** Whether a scenario's question applies to a peer; a text says why it does not. */
export type Applies = true | string

/** A fault or an attack that is staged against a running system, the same way for ours and for the peers. */
export interface Scenario {
  /** F1–F16 or A1–A13. */
  readonly id: string
  readonly title: string
  /** What has to hold, in one sentence. */
  readonly criterion: string
  readonly peers: { readonly H: Applies; readonly Y: Applies }
  run(system: System, size: Size, tell: Tell): Promise<Finding>
}

/** Where a scenario tells its progress, a line at a time. */
export type Tell = (line: string) => void

/** What the technical check looks at. */
export const CHECK_TOPICS = [
  'server',
  'websocket',
  'stream',
  'poll',
  'clock',
  'storage',
  'database',
  'browser',
  'screen',
] as const

/** One thing that the technical check looks at. */
export type CheckTopic = (typeof CHECK_TOPICS)[number]

/**
 * How one thing is: `good`, `limited` (works, with something to know), `bad` (in the way of taking part), `unneeded`
 * (does not work, and nobody needs it here).
 */
export const CHECK_STATES = ['good', 'limited', 'bad', 'unneeded'] as const

/** How one thing is. */
export type CheckState = (typeof CHECK_STATES)[number]

/** How a device is, all in all. */
export const CHECK_VERDICTS = ['good', 'limited', 'bad'] as const
export type CheckVerdict = (typeof CHECK_VERDICTS)[number]

/** How a device is, all in all: the worst finding that is in the way decides. */
export function verdictOf({
  findings,
}: {
  readonly findings: readonly { readonly state: CheckState }[]
}): CheckVerdict {
  const states = new Set(findings.map(({ state }) => state))
  return states.has('bad') ? 'bad' : states.has('limited') ? 'limited' : 'good'
}

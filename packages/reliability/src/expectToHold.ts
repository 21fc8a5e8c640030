import { expect } from 'vitest'
import type { Scenario } from './Scenario.ts'
import { SYSTEMS } from './systems/systems.ts'

/** Run a scenario against our server and expect every single check to hold; `RELIABILITY=full` runs the full size. */
export async function expectToHold(scenario: Scenario): Promise<void> {
  const size = process.env['RELIABILITY'] === 'full' ? 'full' : 'small'
  const { checks, summary } = await scenario.run(SYSTEMS.ours, size, () => undefined)
  expect(checks.length, summary).toBeGreaterThan(0)
  const broken = checks.filter(({ held }) => !held).map(({ what, seen }) => `${what}: ${seen}`)
  expect(broken, `${scenario.id} (${summary})`).toEqual([])
}

import { cpus } from 'node:os'
import type { Scenario, Size, Tell } from '../Scenario.ts'
import { SYSTEMS } from '../systems/systems.ts'
import type { SystemName } from '../systems/System.ts'
import { isHolding, type Outcome, type Result } from './Result.ts'

/** How much of a scenario is run, and on one system only if asked for. */
export interface RunOptions {
  readonly size: Size
  readonly only?: string | undefined
}

/** Run a scenario on ours and on each peer that its question applies to. */
export async function runScenario(scenario: Scenario, { size, only }: RunOptions, tell: Tell): Promise<Result> {
  const { id, title, criterion } = scenario
  const outcomes: Record<SystemName, Outcome> = {
    ours: await runOn('ours', scenario, { size, only, tell }),
    H: await runOn('H', scenario, { size, only, tell }),
    Y: await runOn('Y', scenario, { size, only, tell }),
  }
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}`
  return { id, title, criterion, size, at: Date.now(), machine, outcomes }
}

async function runOn(
  name: SystemName,
  scenario: Scenario,
  { size, only, tell }: RunOptions & { readonly tell: Tell },
): Promise<Outcome> {
  const applies = name === 'ours' ? true : scenario.peers[name]
  if (applies !== true) return { type: 'doesNotApply', reason: applies }
  if (only !== undefined && only !== name) return { type: 'doesNotApply', reason: 'not asked for' }
  const startedAt = performance.now()
  try {
    const finding = await scenario.run(SYSTEMS[name], size, (line) => tell(`${scenario.id} ${name}: ${line}`))
    const seconds = (performance.now() - startedAt) / 1000
    const outcome: Outcome = { type: 'finding', finding, seconds }
    tell(
      `${scenario.id} ${name} ${isHolding(outcome) ? 'holds' : 'does NOT hold'} (${seconds.toFixed(1)} s): ${finding.summary}`,
    )
    for (const { what, held, seen } of finding.checks) if (!held) tell(`   - ${what}: ${seen}`)
    return outcome
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    tell(`${scenario.id} ${name} broke off: ${message}`)
    return { type: 'brokeOff', message }
  }
}

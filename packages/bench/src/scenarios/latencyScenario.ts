import type { Job, JobResult, Phase } from '../generator/Job.ts'
import { runGenerator } from '../generator/runGenerator.ts'
import { medianOf, ratioToH, type Measurement } from '../report/Measurement.ts'
import type { ServerName, ServerUnderTest } from '../servers/ServerUnderTest.ts'
import { startServer } from '../servers/startServer.ts'

/** One table line: a phase of a room layout, one figure of its result, the goal for it. */
export interface Cell {
  readonly layout: string
  readonly phase: string
  readonly measure: string
  readonly figure: (phase: JobResult['phases'][number]) => number
  readonly goal: string
  readonly isMet: (figures: Measurement['figures'], ratio: number | null) => boolean
}

/** Rooms and the phases of the load in them. */
export interface Layout {
  readonly name: string
  readonly roomSizes: readonly number[]
  readonly phases: readonly Phase[]
}

/** A latency measurement in interleaved rounds. */
export interface LatencyPlan {
  readonly id: string
  readonly servers: readonly ServerName[]
  readonly layouts: readonly Layout[]
  readonly cells: readonly Cell[]
  readonly rounds: number
  readonly seed: number
  /** Poll the files of servers that acknowledge before they store. */
  readonly needsDurability: boolean
}

/**
 * Runs every server through every layout, one after the other in each round, so that a noisy minute hits all of them;
 * the figure of a server is the median of its valid rounds.
 */
export async function measureLatency(plan: LatencyPlan, tell: (line: string) => void): Promise<readonly Measurement[]> {
  const figures = new Map<string, number[]>()
  const voided: string[] = []
  for (let round = 1; round <= plan.rounds; round++) {
    for (const name of rotate(plan.servers, round)) {
      await measureServer(plan, { name, round }, { figures, voided, tell })
    }
  }
  return plan.cells.map((cell) => measurementOf(plan, cell, { figures, voided }))
}

/** Each round begins with another server, so that none always follows the same one. */
function rotate(names: readonly ServerName[], by: number): readonly ServerName[] {
  const at = by % names.length
  return [...names.slice(at), ...names.slice(0, at)]
}

async function measureServer(
  plan: LatencyPlan,
  { name, round }: { name: ServerName; round: number },
  { figures, voided, tell }: { figures: Map<string, number[]>; voided: string[]; tell: (line: string) => void },
): Promise<void> {
  let server: ServerUnderTest | null = null
  try {
    server = await startServer(name)
    for (const layout of plan.layouts) {
      const rooms = await server.openRooms(layout.roomSizes)
      const job: Job = {
        wire: server.wire,
        port: server.port,
        rooms,
        phases: layout.phases,
        databaseFile: plan.needsDurability ? server.databaseFile : null,
        expectsKill: false,
        seed: plan.seed + round,
      }
      const result = await runGenerator(job)
      if (result.problems.length > 0) {
        voided.push(...result.problems.map((problem) => `${name}, ${layout.name}, round ${round}: ${problem}`))
        tell(`${plan.id} round ${round} of ${plan.rounds}, ${name}, ${layout.name}: void`)
        continue
      }
      for (const cell of plan.cells.filter((candidate) => candidate.layout === layout.name)) {
        const phase = result.phases.find((candidate) => candidate.name === cell.phase)
        if (phase) figures.set(keyOf(cell, name), [...(figures.get(keyOf(cell, name)) ?? []), cell.figure(phase)])
      }
      const shown = result.phases.map(({ name: phase, toPeer, sendLateness }) => {
        return `${phase} p95 ${toPeer.p95.toFixed(1)} ms (sent ${sendLateness.p95.toFixed(1)} ms late)`
      })
      tell(
        `${plan.id} round ${round} of ${plan.rounds}, ${name}, ${layout.name}: ${shown.join(', ')}, generator ${(result.generatorCpu * 100).toFixed(0)} % of a core`,
      )
    }
  } catch (error) {
    voided.push(`${name}, round ${round}: ${error instanceof Error ? error.message : String(error)}`)
    tell(`${plan.id} round ${round} of ${plan.rounds}, ${name}: broke`)
  } finally {
    await server?.stop()
  }
}

function measurementOf(
  plan: LatencyPlan,
  cell: Cell,
  { figures, voided }: { figures: ReadonlyMap<string, readonly number[]>; voided: readonly string[] },
): Measurement {
  const medians = Object.fromEntries(plan.servers.map((name) => [name, medianOf(figures.get(keyOf(cell, name)) ?? [])]))
  const ratio = ratioToH(medians)
  return {
    id: plan.id,
    measure: cell.measure,
    unit: 'ms',
    figures: medians,
    goal: cell.goal,
    ratio,
    met: cell.isMet(medians, ratio),
    voided: voided.filter(
      (reason) => reason.includes(cell.layout) || !plan.layouts.some(({ name }) => reason.includes(name)),
    ),
  }
}

function keyOf(cell: Cell, name: ServerName): string {
  return `${cell.layout}/${cell.phase}/${cell.measure}/${name}`
}

import type { Phase } from '../generator/Job.ts'
import { measureLatency, type Cell, type Layout } from './latencyScenario.ts'
import type { Scenario } from './Scenario.ts'

const MEASURED_SECONDS = 3
const WARM_UP_SECONDS = 1

const GROUPS: Layout = {
  name: '60 × 8',
  roomSizes: Array.from({ length: 60 }, () => 8),
  phases: [warmUp(0.5), measured(0.5), measured(2)],
}
const LARGE_ROOM: Layout = { name: '1 × 50', roomSizes: [50], phases: [warmUp(5), measured(20), measured(40)] }

/** Q3: edit → another person's machine, p95, in the groups of a workshop and in one crowded room. */
export function peerScenario(rounds: number, seed: number): Scenario {
  return {
    id: 'Q3',
    run: (tell) =>
      measureLatency(
        {
          id: 'Q3',
          servers: ['ours', 'H', 'H16', 'Y', 'W'],
          layouts: [GROUPS, LARGE_ROOM],
          cells: [cell(GROUPS, 0.5, 1.25), cell(GROUPS, 2, 1.25), cell(LARGE_ROOM, 20, 0.5), cell(LARGE_ROOM, 40, 0.5)],
          rounds,
          seed,
          needsDurability: false,
        },
        tell,
      ),
  }
}

function warmUp(editsPerClientPerSecond: number): Phase {
  return { name: 'warm-up', editsPerClientPerSecond, seconds: WARM_UP_SECONDS, isMeasured: false }
}

function measured(editsPerClientPerSecond: number): Phase {
  return { name: `${editsPerClientPerSecond}/s`, editsPerClientPerSecond, seconds: MEASURED_SECONDS, isMeasured: true }
}

function cell(layout: Layout, rate: number, maxRatio: number): Cell {
  return {
    layout: layout.name,
    phase: `${rate}/s`,
    measure: `edit → peer, p95, ${layout.name} at ${rate}/s each`,
    figure: ({ toPeer }) => toPeer.p95,
    goal: `≤ ${maxRatio} × H`,
    isMet: (_figures, ratio) => ratio !== null && ratio <= maxRatio,
  }
}

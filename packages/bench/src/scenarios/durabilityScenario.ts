import type { Phase } from '../generator/Job.ts'
import { measureLatency } from './latencyScenario.ts'
import type { Scenario } from './Scenario.ts'

/** H stores 2 to 10 s after an edit; a shorter load would see only its first store. */
const SECONDS = 14
const EDITS_PER_CLIENT_PER_SECOND = 0.5
const MAX_P99_MS = 25
const MAX_RATIO = 0.01

const PHASE: Phase = {
  name: 'writing',
  editsPerClientPerSecond: EDITS_PER_CLIENT_PER_SECOND,
  seconds: SECONDS,
  isMeasured: true,
}

/** Q2: edit → durable. Ours: its acknowledgement, which Q1 proves. H: the edit stands in its SQLite file. */
export function durabilityScenario(rounds: number, seed: number): Scenario {
  return {
    id: 'Q2',
    run: (tell) =>
      measureLatency(
        {
          id: 'Q2',
          servers: ['ours', 'H'],
          layouts: [{ name: '10 × 8', roomSizes: Array.from({ length: 10 }, () => 8), phases: [PHASE] }],
          cells: [
            {
              layout: '10 × 8',
              phase: PHASE.name,
              measure: 'edit → durable, p99, 10 rooms × 8 at 0.5/s',
              figure: ({ toDurable }) => toDurable.p99,
              goal: `≤ ${MAX_P99_MS} ms and ≤ 1/100 H`,
              isMet: ({ ours }, ratio) =>
                typeof ours === 'number' && ours <= MAX_P99_MS && ratio !== null && ratio <= MAX_RATIO,
            },
          ],
          rounds,
          seed,
          needsDurability: true,
        },
        tell,
      ),
  }
}

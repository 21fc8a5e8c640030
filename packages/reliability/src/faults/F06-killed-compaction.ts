import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { FaultControl } from '../fault-tools/FaultControl.ts'
import type { Finding, Scenario, Size, Tell } from '../Scenario.ts'
import type { Member, RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'
import { writeRows } from '../systems/writeRows.ts'

/** A compaction comes after 500 rows, when the last one leaves the board. */
const ROWS = 500
const MORE_ROWS = 2
const WRITERS = 8
const ROUNDS: Readonly<Record<Size, number>> = { small: 1, full: 10 }
/** More than a compaction has. */
const MAX_STEPS = 40

/** F6: the process dies at each step of a compaction. */
export const scenario: Scenario = {
  id: 'F6',
  title: 'Killed at each step of a compaction.',
  criterion: 'The board opens afterwards with everything that was acknowledged, each note once.',
  peers: {
    H: 'has no log to compact: it replaces a whole document in one statement',
    Y: 'stores nothing',
  },
  run,
}

async function run(system: System, size: Size, tell: Tell): Promise<Finding> {
  const checks = new Checks()
  const control = new FaultControl(['killSteps'])
  const steps = new Set<string>()
  let notes = 0
  try {
    await withSystem(system, { faults: control }, async (running) => {
      for (let round = 0; round < ROUNDS[size]; round += 1) {
        notes = await killAtEachStep({ running, control, checks, tell, steps })
      }
    })
    return checks.finding(`killed at ${steps.size} steps, a board of ${notes} notes was whole each time`)
  } finally {
    control.remove()
  }
}

interface CompactionParts {
  readonly running: RunningSystem
  readonly control: FaultControl
  readonly checks: Checks
  readonly tell: Tell
  readonly steps: Set<string>
}

/** One board, compacted again and again, each time one step further, until the last one. */
async function killAtEachStep({ running, control, checks, tell, steps }: CompactionParts): Promise<number> {
  const room = await running.openRoom()
  const writers: Member[] = []
  for (let at = 0; at < WRITERS; at += 1) writers.push(await room.join())
  await writeRows(writers, ROWS - MORE_ROWS)
  const acknowledged = writers.flatMap((writer) => writer.acknowledged())
  for (const writer of writers) writer.leave()
  for (let number = 1; number < MAX_STEPS; number += 1) {
    control.unset('steps')
    control.set('kill-at', String(number))
    const writer = await room.join()
    await writeRows([writer], MORE_ROWS)
    acknowledged.push(...writer.acknowledged())
    writer.leave()
    await until(() => !running.isRunning, { what: `the kill at step ${number}`, timeoutMs: 20_000 })
    const step = control.lines('steps').at(-1) ?? ''
    control.unset('kill-at')
    steps.add(step)
    await running.restart()
    const notes = await room.readNotes()
    checks.noneMissing(`killed ${step}: every acknowledged note`, acknowledged, notes)
    checks.nothingTwice(`killed ${step}: once`, notes)
    tell(`killed ${step}: ${notes.length} notes`)
    if (step === 'after COMMIT') break
  }
  checks.add(
    'it was killed at each step to the last',
    steps.has('after COMMIT') && steps.size >= 6,
    `${steps.size} steps`,
  )
  return acknowledged.length
}

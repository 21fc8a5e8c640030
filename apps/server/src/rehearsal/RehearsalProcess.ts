import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { AppError } from '@tafelrunde/protocol'
import {
  REHEARSAL_PROCESS,
  type RehearsalCommand,
  type RehearsalOrder,
  type RehearsalProgress,
  type RehearsalReport,
} from '@tafelrunde/rehearsal'
import type { RehearsalAccount } from '@tafelrunde/schema/plain'

/** People who work come first: on a machine that is full, the simulated ones wait. */
const NICENESS = 5

/** Forty devices with the boards of four hours hold 190 MB; whatever holds more than this has gone wrong. */
const MOST_MEGABYTES = 512

/** How long a step that is under way may still take when a rehearsal is to end. */
const STOP_WITHIN_MS = 15_000

/** What is told of a rehearsal, and how it is ended. */
export interface RunningProcess {
  /** @throws AppError `rehearsal.tooLong` | `internal` */
  readonly over: Promise<RehearsalAccount>
  /** End soon; `over` gives what was seen so far. */
  stop(): void
  /** End at once. */
  kill(): void
}

/**
 * Play the people in a process of its own, so that they take nothing from the server's event loop. It speaks to the
 * server like everybody else and ends with it, however that ends.
 */
export function startRehearsalProcess(
  order: RehearsalOrder,
  on: { readonly progress: (progress: RehearsalProgress) => void; readonly withinMs: number },
): RunningProcess {
  const child = fork(fileURLToPath(REHEARSAL_PROCESS), [], {
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${MOST_MEGABYTES}`],
    // Nothing of the server's environment concerns it.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  yieldToPeople(child)
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<RehearsalAccount>((resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('rehearsal.tooLong', 'the rehearsal takes too long')), on.withinMs)
    child.on('message', (report: RehearsalReport) => {
      if (report.type === 'progress') on.progress(report.progress)
      else if (report.type === 'over') resolve(report.account)
      else reject(new AppError('internal', report.message))
    })
    child.once('error', (cause) => reject(new AppError('internal', 'the rehearsal did not start', { cause })))
    child.once('exit', (code, signal) =>
      reject(new AppError('internal', `the rehearsal ended by itself (${code ?? signal})`)),
    )
  }).finally(() => {
    clearTimeout(timer)
    child.kill('SIGKILL')
  })
  send(child, { type: 'begin', order })
  return {
    over,
    stop: () => {
      send(child, { type: 'stop' })
      setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS).unref()
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

function send(child: ChildProcess, command: RehearsalCommand): void {
  // Whether it has gone meanwhile is told by its end.
  if (child.connected) child.send(command, () => undefined)
}

function yieldToPeople({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS)
  } catch {
    // It has ended already, or the system knows no priorities; the pace is slow all the same.
  }
}

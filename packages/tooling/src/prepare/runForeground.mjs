import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'

const PARENT_POLL_MS = 500

/**
 * Runs a program in our place: same terminal, our signals passed on.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options `onLine` takes its
 *   output instead of the terminal
 * @returns {{ child: import('node:child_process').ChildProcess, exitCode: Promise<number> }}
 */
export function runForeground(command, args, options) {
  const { cwd, env, onLine } = options
  const output = onLine ? 'pipe' : 'inherit'
  const child = spawn(command, [...args], { cwd, env, stdio: ['inherit', output, output] })
  for (const stream of [child.stdout, child.stderr]) {
    if (stream && onLine) createInterface({ input: stream }).on('line', onLine)
  }
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // A terminal gives Ctrl+C to the whole group; a second copy would read as "stop at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  const parentWatch = watchParent(() => child.kill('SIGTERM'))
  const exitCode = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward)
      clearInterval(parentWatch)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
  return { child, exitCode }
}

/**
 * Calls back when the npm that started us is gone: npm ends its shell on a signal, and that shell passes nothing on, so
 * the program would go on without anybody who could stop it.
 *
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) onGone()
  }, PARENT_POLL_MS)
}

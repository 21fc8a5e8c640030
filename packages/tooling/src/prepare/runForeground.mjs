import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program in our place: same terminal, our signals passed on.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {{ child: import('node:child_process').ChildProcess, exitCode: Promise<number> }}
 */
export function runForeground(command, args, options) {
  const child = spawn(command, [...args], { ...options, stdio: 'inherit' })
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // A terminal gives Ctrl+C to the whole group; a second copy would read as "stop at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  const exitCode = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
  return { child, exitCode }
}

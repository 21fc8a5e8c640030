import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { TOOLS_DIR } from './paths.mjs'

const HEARTBEAT_MS = 15_000
const SHOWN_LOG_LINES = 40

/**
 * Runs one long step: says what begins, shows a sign of life every 15 s, says how long it took.
 *
 * @template T
 * @param {string} title what begins and why it may take long, in one line
 * @param {(report: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function runStep(title, work) {
  const startedAt = performance.now()
  const seconds = () => Math.round((performance.now() - startedAt) / 1000)
  let detail = ''
  process.stdout.write(`${title} …\n`)
  const heartbeat = setInterval(() => {
    process.stdout.write(`  still at it after ${seconds()} s${detail ? ` (${detail})` : ''}\n`)
  }, HEARTBEAT_MS)
  try {
    const result = await work((next) => (detail = next))
    process.stdout.write(`  done in ${seconds()} s\n`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}

/**
 * Runs a tool with its output in `.tools/logs/NAME.log`, so that its chatter and warnings stay out of ours.
 * A failure carries the last lines of that log.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ name?: string, cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, onLine?: (line: string) => void }} [options]
 * @returns {Promise<void>}
 */
export function runQuietly(command, args, options = {}) {
  const logDir = join(TOOLS_DIR, 'logs')
  mkdirSync(logDir, { recursive: true })
  const logFile = join(logDir, `${options.name ?? basename(command)}.log`)
  const log = createWriteStream(logFile)
  /** @type {string[]} */
  const lastLines = []
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env,
      shell: options.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`)
        lastLines.push(line)
        if (lastLines.length > SHOWN_LOG_LINES) lastLines.shift()
        options.onLine?.(line)
      })
    }
    child.once('error', (cause) => reject(new Error(`${command} could not be started: ${cause.message}`, { cause })))
    child.once('close', (code, signal) => {
      log.end()
      if (code === 0) return resolve()
      const ending = signal ? `was ended by ${signal}` : `failed with exit code ${code}`
      reject(
        new Error(
          `${options.name ?? command} ${ending}. Its last lines (all of them: ${logFile}):\n${lastLines.join('\n')}`,
        ),
      )
    })
  })
}

import { createServer } from 'node:net'
import { AppError } from '@tafelrunde/protocol'
import { composeServer, type RunningServer } from './composeServer.ts'
import { ConfigError, parseConfig, type Config } from './config.ts'
import { createLog, type Log } from './observability/log.ts'
import { openDatabase } from './store/openDatabase.ts'

/** Longer than any honest stop takes; whoever supervises the process waits five seconds. */
const STOP_WITHIN_MS = 4_500

/** `npm start` passes a Ctrl+C on that the terminal has sent already: within this time it is the same one. */
const SAME_SIGNAL_MS = 1_000

const UNWRITTEN =
  'Tafelrunde has stopped, but the disk did not take everything. What was shown as saved is on disk; what was not is on the devices of those who wrote it and comes back when they connect again.'

/** Why a start ended, in words for the person who started it. */
const STORAGE_ADVICE: Readonly<Record<string, string>> = {
  'storage.locked': 'Another Tafelrunde is running on this data folder. Stop it first, or choose another DATA_DIR.',
  'storage.newer': 'The data was written by a newer version of Tafelrunde. Start that version or a newer one.',
  'storage.damaged': 'The database is damaged. Nothing was changed; restore a backup or choose another DATA_DIR.',
  'storage.unwritable': 'The data folder cannot be written. Check DATA_DIR and its permissions.',
}

await main()

async function main(): Promise<void> {
  const startedAt = performance.now()
  const config = readConfig()
  const log = createLog({ level: 'info' })
  await assertPortIsFree(config)
  const database = await openDatabase(config.dataDir, { log }).catch((cause: unknown) =>
    endWith(explain(cause, config)),
  )
  const server = await composeServer(config, { database, log }).catch(async (cause: unknown) => {
    await database.close()
    return endWith(explain(cause, config))
  })
  say(welcome(config, server))
  log.info('server.started', { url: server.baseUrl, ms: Math.round(performance.now() - startedAt) })
  outliveBugs(log, server)
  stopOnSignals(log, async () => {
    await server.close()
    const isWritten = await database.takesWrites()
    await database.close()
    return isWritten
  })
}

function readConfig(): Config {
  try {
    return parseConfig(process.env)
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    return endWith(`Tafelrunde cannot start, the environment is wrong:\n${cause.problems.map(bullet).join('\n')}`)
  }
}

/** Before the data folder is touched: a start that cannot listen must leave nothing behind. */
async function assertPortIsFree({ host, port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ host, port }, () => probe.close(() => resolve()))
  }).catch((cause: unknown) => endWith(explainListening(cause, { host, port })))
}

function explain(cause: unknown, config: Config): string {
  const advice = cause instanceof AppError ? STORAGE_ADVICE[cause.code] : undefined
  if (cause instanceof AppError && advice) {
    return `Tafelrunde cannot start (${cause.code}): ${advice}\n${bullet(`data folder: ${config.dataDir}`)}\n${bullet(cause.message)}`
  }
  return explainListening(cause, config)
}

function explainListening(cause: unknown, { host, port }: Pick<Config, 'host' | 'port'>): string {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return `Tafelrunde cannot start: port ${port} on ${host} is in use. Choose another PORT.`
  if (code === 'EACCES') return `Tafelrunde cannot start: port ${port} is not allowed. Choose a PORT above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `Tafelrunde cannot start: ${host} is no address of this machine. Check HOST.`
  }
  return `Tafelrunde cannot start: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
}

function welcome(config: Config, server: RunningServer): string {
  const isOpenToAll = config.whoMayCreate === 'anyone'
  const lines = [
    `Tafelrunde is ready: ${server.baseUrl}`,
    isOpenToAll
      ? `Create a workshop: ${server.baseUrl}/new`
      : `Create a workshop: ${server.baseUrl}/new (with the token that the setup link gives)`,
  ]
  if (server.setupLink !== null) lines.push(`One-time setup link, valid until it is used: ${server.setupLink}`)
  if (config.publicUrl !== null && !server.hasLegalPages) {
    lines.push(
      'Warning: this server is reachable from outside without imprint, privacy notice and accessibility statement.',
      `  Set IMPRINT_URL, PRIVACY_URL and ACCESSIBILITY_URL, or write ${config.dataDir}/legal/{imprint,privacy,accessibility}.md.`,
    )
  }
  const isOpenHost = !['127.0.0.1', 'localhost', '::1'].includes(config.host)
  if (isOpenHost && config.publicUrl === null) {
    lines.push(`Warning: HOST is ${config.host}, but without PUBLIC_URL only requests for localhost are answered.`)
  }
  return lines.join('\n')
}

/**
 * 0 means: everything that anybody has sent was written. `stop` resolves with false if the disk has refused at the end;
 * what was acknowledged is on it all the same, the rest is on its authors' devices.
 */
function stopOnSignals(log: Log, stop: () => Promise<boolean>): void {
  let stoppingSince: number | null = null
  const stopOnce = (signal: NodeJS.Signals): void => {
    const now = performance.now()
    if (stoppingSince !== null) {
      if (now - stoppingSince < SAME_SIGNAL_MS) return
      log.error('server.stopForced', { signal })
      return endAtOnce('Tafelrunde was forced to stop. Everything that was shown as saved is on disk.')
    }
    stoppingSince = now
    log.info('server.stopping', { signal })
    setTimeout(() => {
      log.error('server.stopTimedOut', { ms: STOP_WITHIN_MS })
      endAtOnce(UNWRITTEN)
    }, STOP_WITHIN_MS).unref()
    stop().then(
      (isWritten) => {
        if (!isWritten) {
          log.error('server.stoppedUnwritten', {})
          return endWith(UNWRITTEN)
        }
        log.info('server.stopped', { ms: Math.round(performance.now() - now) })
        process.exit(0)
      },
      (cause: unknown) => {
        log.error('process.failed', { origin: 'stop' }, cause)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stopOnce)
  process.on('SIGINT', stopOnce)
}

/** An exit would wait for the writer, and the writer waits for the disk. */
function endAtOnce(text: string): void {
  process.stderr.write(`${text}\n`)
  process.kill(process.pid, 'SIGKILL')
}

/**
 * A bug in one hook or timer must not end the workshop for everybody: what is acknowledged is on disk, the operation
 * that failed has given no answer, its client tries again or tells its person.
 */
function outliveBugs(log: Log, server: RunningServer): void {
  process.on('uncaughtException', (cause, origin) => {
    log.error('process.failed', { origin }, cause)
    server.noteFailure(origin)
  })
}

function bullet(line: string): string {
  return `  - ${line}`
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function endWith(text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

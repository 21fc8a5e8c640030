import { createServer } from 'node:net'
import { AppError } from '@tafelrunde/protocol'
import { composeServer, type RunningServer } from './composeServer.ts'
import { ConfigError, parseConfig, type Config } from './config.ts'
import { createLog, type Log } from './observability/log.ts'
import { openDatabase } from './store/openDatabase.ts'

/** Longer than any honest stop takes; whoever supervises the process waits five seconds. */
const STOP_WITHIN_MS = 4_500

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
  outliveBugs(log)
  stopOnSignals(log, async () => {
    await server.close()
    await database.close()
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

function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let isStopping = false
  const stopOnce = (signal: string): void => {
    if (isStopping) return
    isStopping = true
    const startedAt = performance.now()
    log.info('server.stopping', { signal })
    setTimeout(() => {
      log.error('server.stopTimedOut', { ms: STOP_WITHIN_MS })
      process.exit(1)
    }, STOP_WITHIN_MS).unref()
    stop().then(
      () => {
        log.info('server.stopped', { ms: Math.round(performance.now() - startedAt) })
        process.exit(0)
      },
      (cause: unknown) => {
        log.error('process.failed', { origin: 'stop' }, cause)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => stopOnce('SIGTERM'))
  process.on('SIGINT', () => stopOnce('SIGINT'))
}

/**
 * A bug in one hook or timer must not end the workshop for everybody: what is acknowledged is on disk, the operation
 * that failed has given no answer, its client tries again or tells its person.
 */
function outliveBugs(log: Log): void {
  process.on('uncaughtException', (cause, origin) => log.error('process.failed', { origin }, cause))
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

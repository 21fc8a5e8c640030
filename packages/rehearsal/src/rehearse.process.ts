import { rehearse } from './rehearse.ts'
import type { RehearsalCommand, RehearsalReport } from './RehearsalOrder.ts'

const stop = new AbortController()

process.on('message', (command: RehearsalCommand) => {
  if (command.type === 'stop') return stop.abort()
  const report = (progress: Extract<RehearsalReport, { type: 'progress' }>['progress']): void =>
    send({ type: 'progress', progress })
  rehearse(command.order, { signal: stop.signal, report }).then((account) => send({ type: 'over', account }), fail)
})

// Without its server there is nobody to rehearse for.
process.on('disconnect', () => process.exit(0))
// A terminal sends it to both; the server decides what becomes of a rehearsal.
process.on('SIGINT', () => undefined)
process.on('uncaughtException', fail)

function fail(cause: unknown): void {
  send({ type: 'failed', message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
}

function send(report: RehearsalReport): void {
  if (process.connected) process.send?.(report)
}

import { pino, type DestinationStream } from 'pino'
import type { ErrorCode } from '@tafelrunde/protocol'
import type { StoreLogEvents } from '../store/StoreLog.ts'
import type { SyncLogEvents } from '../sync/SyncLog.ts'

/**
 * Every event that the server logs, with its fields. A field never holds a token, a name, a text that somebody
 * wrote or an address; ids of records and route patterns are all that leads to a person's data.
 */
export interface LogEvents extends StoreLogEvents, SyncLogEvents {
  'server.started': { url: string; ms: number }
  'server.stopping': { signal: string }
  'server.stopped': { ms: number }
  'server.stopTimedOut': { ms: number }
  'server.stopForced': { signal: string }
  'server.stoppedUnwritten': Record<string, never>
  'http.answered': { method: string; route: string; status: number; ms: number }
  'http.refused': { method: string; route: string; code: ErrorCode }
  'http.failed': { method: string; route: string }
  'process.failed': { origin: string }
  'workshop.created': { workshopId: string; groups: number }
  'workshop.edited': { workshopId: string }
  'workshop.closed': { workshopId: string }
  'workshop.reopened': { workshopId: string }
  'notes.notDeleted': { workshopId: string }
  'notes.revealed': { workshopId: string; notes: number }
  'notes.deleted': { workshopId: string; documents: number }
  'notes.deletionFailed': Record<string, never>
  'run.commanded': { workshopId: string; command: string }
  'signal.told': { workshopId: string; type: string; isOn: boolean }
  'step.ended': { workshopId: string; stepId: string; groupId: string | null }
  'step.endDelayed': { workshopId: string }
  'part.began': { workshopId: string; stepId: string; groupId: string | null }
  'seat.taken': { workshopId: string; seatId: string; role: string; isWaiting: boolean }
  'seat.recovered': { workshopId: string; seatId: string }
  'seat.revoked': { workshopId: string; seatId: string }
  'seat.muted': { workshopId: string; seatId: string; isMuted: boolean }
  'seats.admitted': { workshopId: string; seats: number }
  'seats.assigned': { workshopId: string; seats: number }
  'seating.edited': { workshopId: string; mode: string; entries: number }
  'undo.done': { workshopId: string; groupId: string; act: string; removed: number; restored: number; changed: number }
  'link.created': { workshopId: string; linkId: string; role: string }
  'link.revoked': { workshopId: string; linkId: string }
  'ticket.made': { workshopId: string; seatId: string; document: string }
  'snapshot.kept': { workshopId: string; snapshotId: string; documents: number; bytes: number }
  'snapshot.incomplete': { document: string }
  'snapshot.failed': { workshopId: string }
  'vote.boardLeftOut': { groupId: string }
  'vote.opened': { workshopId: string; roundId: string; options: number }
  'vote.closed': { workshopId: string; roundId: string }
  'vote.removed': { workshopId: string; roundId: string }
  'vote.notReconciled': { workshopId: string }
  'vote.winnersTaken': { workshopId: string; roundId: string; winners: number }
  'rehearsal.ended': { workshopId: string; outcome: string; problems: number; ms: number }
  'rehearsal.failed': { workshopId: string }
  'rehearsal.notDeleted': { workshopId: string }
  'rehearsal.notSwept': Record<string, never>
  'audit.delayed': { entries: number }
  'audit.lost': { entries: number }
  'plenary.slow': { workshopId: string; boards: number; ms: number }
  'plenary.failed': { workshopId: string }
  'offers.failed': { workshopId: string }
  'recommendation.submitted': { workshopId: string; groupId: string; count: number }
  'recommendation.withdrawn': { workshopId: string }
  'cockpit.failed': { workshopId: string }
  'stream.stalled': { route: string; bytes: number }
  'setup.used': Record<string, never>
}

/** Name of a log event, `subject.pastTense`. */
export type LogEvent = keyof LogEvents

/** Structured log: events with fields, one JSON object a line. */
export interface Log {
  info<E extends LogEvent>(event: E, fields: LogEvents[E]): void
  warn<E extends LogEvent>(event: E, fields: LogEvents[E]): void
  /** A bug or a broken machine; the cause is logged with its stack. */
  error<E extends LogEvent>(event: E, fields: LogEvents[E], cause?: unknown): void
}

/** Options of the log. */
export interface LogOptions {
  readonly level: 'silent' | 'error' | 'warn' | 'info'
  /** Where the lines go; standard error if not given, so that standard output stays for people. */
  readonly destination?: DestinationStream
}

/** Make the log of a server. */
export function createLog({ level, destination }: LogOptions): Log {
  // Synchronous, or the last lines, which say why the process ends, would end with it.
  const logger = pino({ level, base: null }, destination ?? pino.destination({ dest: 2, sync: true }))
  return {
    info: (event, fields) => logger.info({ ...fields, event }),
    warn: (event, fields) => logger.warn({ ...fields, event }),
    error: (event, fields, cause) => logger.error({ ...fields, event, err: errorFieldsOf(cause) }),
  }
}

function errorFieldsOf(cause: unknown): { name: string; message: string; stack?: string | undefined } | undefined {
  if (cause === undefined) return undefined
  if (cause instanceof Error) return { name: cause.name, message: cause.message, stack: cause.stack }
  return { name: typeof cause, message: 'something that is not an Error was thrown' }
}

/** What a client does about an error, beside showing its translated text. */
export type ClientBehaviour = 'stay' | 'retry' | 'tray' | 'rejoin' | 'leave' | 'update'

/** How one error is told on each border: HTTP status, WebSocket close code and the client's behaviour. */
export interface ErrorMapping {
  readonly http: number
  readonly close: number
  readonly client: ClientBehaviour
}

/**
 * Every error that crosses a border. Codes are `subject.problem` and are never renamed: clients of other versions,
 * logs and translations rely on them. The code is also the reason string of a refused sync document.
 */
export const ERRORS = {
  'request.malformed': { http: 400, close: 4400, client: 'stay' },
  'request.tooLarge': { http: 413, close: 4413, client: 'stay' },
  'request.notFound': { http: 404, close: 4404, client: 'stay' },
  'request.tooMany': { http: 429, close: 4429, client: 'retry' },
  'origin.foreign': { http: 403, close: 4403, client: 'leave' },
  'token.missing': { http: 401, close: 4401, client: 'rejoin' },
  'creation.notAllowed': { http: 403, close: 4403, client: 'stay' },
  'setup.used': { http: 410, close: 4410, client: 'stay' },
  'link.unknown': { http: 404, close: 4404, client: 'rejoin' },
  'link.expired': { http: 410, close: 4410, client: 'rejoin' },
  'link.revoked': { http: 410, close: 4410, client: 'rejoin' },
  'link.full': { http: 409, close: 4409, client: 'stay' },
  'seat.unknown': { http: 401, close: 4401, client: 'rejoin' },
  'seat.revoked': { http: 401, close: 4401, client: 'rejoin' },
  'seat.notAllowed': { http: 403, close: 4403, client: 'tray' },
  'seat.observing': { http: 403, close: 4403, client: 'tray' },
  'ticket.unknown': { http: 401, close: 4401, client: 'rejoin' },
  'ticket.expired': { http: 401, close: 4401, client: 'rejoin' },
  'ticket.foreign': { http: 403, close: 4403, client: 'leave' },
  'recovery.failed': { http: 403, close: 4403, client: 'stay' },
  'recovery.slowedDown': { http: 429, close: 4429, client: 'retry' },
  'workshop.unknown': { http: 404, close: 4404, client: 'leave' },
  'group.unknown': { http: 404, close: 4404, client: 'leave' },
  'group.full': { http: 409, close: 4409, client: 'stay' },
  'group.foreign': { http: 403, close: 4403, client: 'tray' },
  'step.unknown': { http: 404, close: 4404, client: 'stay' },
  'step.conflict': { http: 409, close: 4409, client: 'retry' },
  'snapshot.unknown': { http: 404, close: 4404, client: 'stay' },
  'tray.unknown': { http: 404, close: 4404, client: 'stay' },
  'undo.unknown': { http: 404, close: 4404, client: 'stay' },
  'undo.tooLate': { http: 410, close: 4410, client: 'stay' },
  'undo.refused': { http: 409, close: 4409, client: 'stay' },
  'document.unknown': { http: 404, close: 4404, client: 'leave' },
  'document.notOpen': { http: 403, close: 4403, client: 'leave' },
  'document.unavailable': { http: 503, close: 4503, client: 'retry' },
  'document.damaged': { http: 500, close: 4500, client: 'leave' },
  'document.serverOnly': { http: 403, close: 4403, client: 'tray' },
  'board.frozen': { http: 409, close: 4409, client: 'tray' },
  'board.locked': { http: 409, close: 4409, client: 'tray' },
  'step.closed': { http: 409, close: 4409, client: 'tray' },
  'update.malformed': { http: 400, close: 4400, client: 'tray' },
  'update.tooLarge': { http: 413, close: 4413, client: 'tray' },
  'update.unknownRoot': { http: 400, close: 4400, client: 'tray' },
  'update.foreignClient': { http: 403, close: 4403, client: 'tray' },
  'update.clockGap': { http: 409, close: 4409, client: 'tray' },
  'plenary.closed': { http: 403, close: 4403, client: 'stay' },
  'seat.waiting': { http: 403, close: 4403, client: 'retry' },
  'seat.muted': { http: 403, close: 4403, client: 'tray' },
  'workshop.closed': { http: 409, close: 4409, client: 'tray' },
  'vote.unknown': { http: 404, close: 4404, client: 'stay' },
  'vote.closed': { http: 409, close: 4409, client: 'stay' },
  'vote.running': { http: 409, close: 4409, client: 'stay' },
  'vote.hidden': { http: 403, close: 4403, client: 'stay' },
  'vote.empty': { http: 409, close: 4409, client: 'stay' },
  'ballot.invalid': { http: 400, close: 4400, client: 'stay' },
  'ballot.sealed': { http: 409, close: 4409, client: 'stay' },
  'reveal.nothing': { http: 409, close: 4409, client: 'stay' },
  'recommendation.unknown': { http: 404, close: 4404, client: 'stay' },
  'recommendation.submitted': { http: 409, close: 4409, client: 'stay' },
  'rehearsal.running': { http: 409, close: 4409, client: 'stay' },
  'rehearsal.unknown': { http: 404, close: 4404, client: 'stay' },
  'rehearsal.busy': { http: 429, close: 4429, client: 'stay' },
  'rehearsal.tooLong': { http: 504, close: 4504, client: 'stay' },
  'item.tooLong': { http: 413, close: 4413, client: 'stay' },
  'item.tooMany': { http: 409, close: 4409, client: 'stay' },
  'text.tooLong': { http: 413, close: 4413, client: 'stay' },
  'canvas.tooMany': { http: 409, close: 4409, client: 'stay' },
  'recommendation.tooMany': { http: 409, close: 4409, client: 'stay' },
  'sketch.tooMany': { http: 409, close: 4409, client: 'stay' },
  'reaction.tooMany': { http: 409, close: 4409, client: 'stay' },
  'sketch.tooLong': { http: 413, close: 4413, client: 'stay' },
  'version.tooOld': { http: 426, close: 4426, client: 'update' },
  'storage.unavailable': { http: 503, close: 4503, client: 'retry' },
  'storage.locked': { http: 503, close: 4503, client: 'retry' },
  'storage.newer': { http: 503, close: 4503, client: 'leave' },
  'storage.damaged': { http: 503, close: 4503, client: 'leave' },
  'storage.unwritable': { http: 503, close: 4503, client: 'leave' },
  'connection.unknown': { http: 410, close: 4410, client: 'retry' },
  'connection.gap': { http: 409, close: 4409, client: 'retry' },
  'server.stopping': { http: 503, close: 4503, client: 'retry' },
  internal: { http: 500, close: 4500, client: 'retry' },
} as const satisfies Record<string, ErrorMapping>

/** A code of the error table. */
export type ErrorCode = keyof typeof ERRORS

/** Whether a string (a close reason, a response field) is a code of the table. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value)
}

/** An expected failure with a code of the table; `message` is for the log, people read the code's translation. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
  }
}

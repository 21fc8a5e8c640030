import { AppError, ERRORS, type ErrorCode } from '@tafelrunde/protocol'

/**
 * A refusal in the engine's words: `reason` reaches the client, `code` is the close code. The message is empty because
 * the engine prints every other message to the console.
 */
export class EngineRefusal extends Error {
  readonly reason: ErrorCode
  readonly code: number

  constructor(reason: ErrorCode) {
    super('')
    this.name = 'EngineRefusal'
    this.reason = reason
    this.code = ERRORS[reason].close
  }

  /** Translate what a hook has caught; anything unexpected is `internal`. */
  static from(error: unknown): EngineRefusal {
    if (error instanceof EngineRefusal) return error
    return new EngineRefusal(error instanceof AppError ? error.code : 'internal')
  }
}

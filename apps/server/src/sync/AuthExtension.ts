import type { Extension, onAuthenticatePayload } from '@hocuspocus/server'
import { AppError, parseDocumentName } from '@tafelrunde/protocol'
import { admitSeat } from '../front/admitSeat.ts'
import { isTicket } from '../links/tokens.ts'
import type { RunStates, Seat, SeatDirectory, TicketDirectory } from '../seams.ts'
import { EngineRefusal } from './EngineRefusal.ts'
import type { Admission, SyncContext } from './SyncContext.ts'
import type { SyncLog } from './SyncLog.ts'

/** Who turns tokens and tickets into seats, and what these are asked about. */
export interface AuthParts {
  readonly seats: SeatDirectory
  readonly tickets: TicketDirectory | null
  readonly runStates: RunStates
  readonly log: SyncLog
}

/** Turns a token or a ticket into a seat and asks whether the seat may read the document. */
export class AuthExtension implements Extension<SyncContext> {
  readonly extensionName = 'auth'
  readonly #parts: AuthParts

  constructor(parts: AuthParts) {
    this.#parts = parts
  }

  async onAuthenticate(data: onAuthenticatePayload<SyncContext>): Promise<Partial<SyncContext>> {
    try {
      const admitAgain = (): Promise<Admission> => this.#admit(data.token, data.documentName)
      return { admission: await admitAgain(), admitAgain }
    } catch (error) {
      const refusal = EngineRefusal.from(error)
      const document = data.documentName
      if (refusal.reason === 'internal') this.#parts.log.error('sync.failed', { document }, error)
      else this.#parts.log.info('sync.documentRefused', { document, code: refusal.reason })
      throw refusal
    }
  }

  async #admit(token: string, name: string): Promise<Admission> {
    if (!parseDocumentName(name)) throw new AppError('document.unknown', 'not a document name')
    const seat = await this.#seatOf(token, name)
    return { seat, permissions: await admitSeat(this.#parts.runStates, seat, name) }
  }

  #seatOf(token: string, name: string): Promise<Seat> {
    if (token === '') throw new AppError('token.missing', 'no token')
    const { seats, tickets } = this.#parts
    return tickets && isTicket(token) ? tickets.seatOfTicket(token, name) : seats.seatOfToken(token)
  }
}

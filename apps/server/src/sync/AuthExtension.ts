import type { Extension, onAuthenticatePayload } from '@hocuspocus/server'
import {
  AppError,
  isModerating,
  parseDocumentName,
  type DocumentName,
  type ParsedDocumentName,
} from '@tafelrunde/protocol'
import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import { seatPermissions } from '../front/seatPermissions.ts'
import type { RunStates, Seat, SeatDirectory } from '../seams.ts'
import { EngineRefusal } from './EngineRefusal.ts'
import type { Admission, SyncContext } from './SyncContext.ts'
import type { SyncLog } from './SyncLog.ts'

/** Turns a token into a seat and asks whether the seat may read the document. */
export class AuthExtension implements Extension<SyncContext> {
  readonly extensionName = 'auth'
  readonly #seats: SeatDirectory
  readonly #runStates: RunStates
  readonly #log: SyncLog

  constructor(parts: { seats: SeatDirectory; runStates: RunStates; log: SyncLog }) {
    this.#seats = parts.seats
    this.#runStates = parts.runStates
    this.#log = parts.log
  }

  async onAuthenticate(data: onAuthenticatePayload<SyncContext>): Promise<Partial<SyncContext>> {
    try {
      const admitAgain = (): Promise<Admission> => this.#admit(data.token, data.documentName)
      return { admission: await admitAgain(), admitAgain }
    } catch (error) {
      const refusal = EngineRefusal.from(error)
      const document = data.documentName
      if (refusal.reason === 'internal') this.#log.error('sync.failed', { document }, error)
      else this.#log.info('sync.documentRefused', { document, code: refusal.reason })
      throw refusal
    }
  }

  async #admit(token: string, name: string): Promise<Admission> {
    const document = parseDocumentName(name)
    if (!document) throw new AppError('document.unknown', 'not a document name')
    if (token === '') throw new AppError('token.missing', 'no token')
    const seat = await this.#seats.seatOfToken(token)
    await this.#assertSameWorkshop(seat, document, name as DocumentName)
    const run = await this.#runStates.load(seat.workshopId)
    const permissions = seatPermissions({ seat, document, run })
    if (permissions.read) throw new AppError(permissions.read, 'the seat may not read this')
    return { seat, permissions }
  }

  async #assertSameWorkshop(seat: Seat, { kind, id }: ParsedDocumentName, name: DocumentName): Promise<void> {
    if (kind === 'private') throw new AppError('document.notOpen', name)
    const workshopId = kind === 'group' ? await this.#runStates.workshopOfGroup(id as GroupId) : (id as WorkshopId)
    if (workshopId === seat.workshopId) return
    // Only who steers a workshop learns that a name is wrong; for others it is closed either way.
    const isUnknown = workshopId === null && isModerating(seat.role)
    throw new AppError(isUnknown ? 'group.unknown' : 'document.notOpen', name)
  }
}

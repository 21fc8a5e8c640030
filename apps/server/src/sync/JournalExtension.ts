import type { beforeSyncPayload, Extension } from '@hocuspocus/server'
import { AppError, type DocumentName } from '@tafelrunde/protocol'
import { SYNC } from '../front/frames.ts'
import type { OpenDocuments } from '../front/OpenDocument.ts'
import type { Journal } from '../journal/Journal.ts'
import { EngineRefusal } from './EngineRefusal.ts'
import type { SyncContext } from './SyncContext.ts'
import type { SyncLog } from './SyncLog.ts'

/**
 * Writes every edit to the journal before the engine applies, acknowledges and broadcasts it.
 *
 * `beforeSync` is the only hook that the engine waits for at that point. If the journal refuses, the document closes
 * for this client with `storage.unavailable`; it keeps its edit and brings it again.
 */
export class JournalExtension implements Extension<SyncContext> {
  readonly extensionName = 'journal'
  readonly #journal: Journal
  readonly #documents: OpenDocuments
  readonly #log: SyncLog

  constructor(parts: { journal: Journal; documents: OpenDocuments; log: SyncLog }) {
    this.#journal = parts.journal
    this.#documents = parts.documents
    this.#log = parts.log
  }

  async beforeSync(data: beforeSyncPayload<SyncContext>): Promise<void> {
    if (data.type === SYNC.step1) return
    const document = data.documentName as DocumentName
    const channel = data.connection.context.channel as SyncContext['channel']
    if (!channel) throw new EngineRefusal('seat.unknown')
    const claims = channel.claimsInFlight
    const open = this.#documents.get(document)
    const table = open?.claims
    try {
      if (open?.isForgotten) throw new EngineRefusal('workshop.closed')
      await this.#journal.append({ document, seatId: channel.seat.id, at: Date.now(), bytes: data.payload, claims })
      table?.stored(claims)
    } catch (error) {
      table?.release(claims)
      // A disk that refuses is logged once by the database; here it would be a line for each attempt of everybody.
      const isExpected =
        error instanceof EngineRefusal || (error instanceof AppError && error.code === 'storage.unavailable')
      if (!isExpected) this.#log.error('journal.failed', { document }, error)
      throw EngineRefusal.from(error)
    }
  }
}

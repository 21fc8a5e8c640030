import type {
  afterUnloadDocumentPayload,
  beforeUnloadDocumentPayload,
  connectedPayload,
  Document as EngineDocument,
  Extension,
  onLoadDocumentPayload,
} from '@hocuspocus/server'
import { AppError, parseDocumentName, type DocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import { Channel } from '../front/Channel.ts'
import { ClaimTable } from '../front/ClaimTable.ts'
import { OpenDocument, type OpenDocuments } from '../front/OpenDocument.ts'
import { WorkTurns } from '../front/WorkTurns.ts'
import type { Journal, JournalContent } from '../journal/Journal.ts'
import { replay } from '../journal/replay.ts'
import { EngineRefusal } from './EngineRefusal.ts'
import type { SyncContext } from './SyncContext.ts'
import type { SyncLog } from './SyncLog.ts'

/** How long a document stays in memory after the last one has left; a page that is loaded anew takes two seconds. */
const LINGER_MS = 5_000

/** What the extension needs. */
export interface LoadParts {
  readonly journal: Journal
  readonly documents: OpenDocuments
  readonly log: SyncLog
  readonly onPresent: (name: DocumentName) => void
  /** A seat's connection broke off. */
  readonly onLost: (name: DocumentName, seatId: SeatId) => void
}

/**
 * Loads a document from checkpoint and tail, opens channels on it, and lets it go.
 *
 * A document that cannot be loaded is refused: an empty one in its place would be stored over the real one by the
 * first client that has an old copy.
 */
export class LoadExtension implements Extension<SyncContext> {
  readonly extensionName = 'load'
  readonly #parts: LoadParts
  readonly #turns = new WorkTurns()

  constructor(parts: LoadParts) {
    this.#parts = parts
  }

  async onLoadDocument(data: onLoadDocumentPayload<SyncContext>): Promise<void> {
    const name = data.documentName as DocumentName
    const startedAt = performance.now()
    // If letting it go has failed the last time, the engine would keep that failure for good and never try again.
    data.instance.unloadingDocuments.delete(name)
    try {
      const parsed = parseDocumentName(name)
      if (!parsed) throw new AppError('document.unknown', name)
      const state = await this.#parts.journal.load(name)
      // Workshop and board are begun by the server when they are made; without a line they are lost, not new.
      const isMade = parsed.kind === 'workshop' || parsed.kind === 'group'
      if (!state && !data.context.isBeginning && isMade) {
        throw new AppError('document.unavailable', `${name} has no journal`)
      }
      if (state) replayUnheard(name, state, data.document)
      const claims = new ClaimTable(state?.claims ?? new Map())
      this.#parts.documents.set(name, new OpenDocument({ name, parsed, ydoc: data.document, claims }))
      const bytes = (state?.checkpoint?.length ?? 0) + (state?.rows.reduce((sum, row) => sum + row.length, 0) ?? 0)
      const ms = Math.round(performance.now() - startedAt)
      this.#parts.log.info('document.loaded', { document: name, bytes, rows: state?.rows.length ?? 0, ms })
    } catch (error) {
      const refusal = EngineRefusal.from(error)
      this.#parts.log.error('document.loadFailed', { document: name, code: refusal.reason }, error)
      throw refusal
    }
  }

  async connected(data: connectedPayload<SyncContext>): Promise<void> {
    try {
      await this.#openChannel(data)
    } catch (error) {
      const refusal = EngineRefusal.from(error)
      const document = data.documentName as DocumentName
      if (refusal.reason === 'internal') this.#parts.log.error('sync.failed', { document }, error)
      else this.#parts.log.info('sync.documentRefused', { document, code: refusal.reason })
      // Without a channel the front passes no close frame on: the client hears of it by what is thrown.
      data.connection.close(refusal)
      throw refusal
    }
  }

  async #openChannel(data: connectedPayload<SyncContext>): Promise<void> {
    const { socket, admitAgain } = data.context
    const name = data.documentName as DocumentName
    if (!socket || !admitAgain) return
    // What changes from here on reaches the channel; what changed while the document was loading is in this answer.
    const admission = await admitAgain()
    if (!data.connection.document.hasConnection(data.connection)) return
    const document = this.#parts.documents.get(name)
    // The engine may have let the document go while this client was on its way in; it comes back and loads it anew.
    if (!document || document.ydoc !== data.connection.document) {
      throw new AppError('document.unavailable', `${name} was let go`)
    }
    const channel = new Channel({
      socket,
      document,
      journal: this.#parts.journal,
      connection: data.connection,
      seat: admission.seat,
      permissions: admission.permissions,
      turns: this.#turns,
      onRefused: (code) => this.#parts.log.info('sync.updateRefused', { document: name, code }),
      onFault: (error) => this.#parts.log.error('sync.failed', { document: name }, error),
      onEnded: (isCutOff) => {
        if (isCutOff) this.#parts.onLost(name, channel.seat.id)
        this.#parts.onPresent(name)
      },
    })
    data.connection.context.channel = channel
    socket.opened(channel)
    channel.tellIfOpen()
    this.#parts.onPresent(name)
  }

  /**
   * Nothing may be on its way to the disk when a document leaves the memory: the next load would miss it. It stays a
   * moment longer: whoever is thrown out and comes back over and over must not cost the others a load each time.
   */
  async beforeUnloadDocument(data: beforeUnloadDocumentPayload): Promise<void> {
    const name = data.documentName as DocumentName
    const document = this.#parts.documents.get(name)
    if (document) await document.linger(LINGER_MS)
    await this.#parts.journal.settled(name)
  }

  async afterUnloadDocument(data: afterUnloadDocumentPayload): Promise<void> {
    const name = data.documentName as DocumentName
    const document = this.#parts.documents.get(name)
    // A newcomer may have loaded it again already.
    if (data.instance.documents.has(name) || data.instance.loadingDocuments.has(name)) return
    this.#parts.documents.delete(name)
    try {
      document?.presence.close()
      this.#parts.log.info('document.unloaded', { document: name })
    } catch (error) {
      this.#parts.log.error('sync.failed', { document: name }, error)
    }
  }
}

/** Nobody listens to a document that is loading; the engine would gather its rows all the same and merge them. */
function replayUnheard(name: DocumentName, content: JournalContent, into: EngineDocument): void {
  const { flushDelay } = into
  into.flushDelay = false
  try {
    replay(name, content, into)
  } finally {
    into.flushDelay = flushDelay
  }
}

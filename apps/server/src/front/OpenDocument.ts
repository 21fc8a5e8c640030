import type { DocumentName, ParsedDocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import type * as Y from 'yjs'
import type { Channel } from './Channel.ts'
import type { ClaimTable } from './ClaimTable.ts'
import { ContentBounds } from './ContentBounds.ts'
import { PresenceHub } from './PresenceHub.ts'

/** A document that is loaded: its content, who owns which client id, and who has it open. */
export class OpenDocument {
  readonly name: DocumentName
  readonly parsed: ParsedDocumentName
  readonly ydoc: Y.Doc
  readonly claims: ClaimTable
  readonly presence: PresenceHub
  readonly bounds: ContentBounds
  readonly channels = new Set<Channel>()
  /** The client id that the server writes with while the document is loaded. */
  serverClientId: number | null = null
  #isForgotten = false
  #stopLingering: (() => void) | null = null

  constructor(parts: { name: DocumentName; parsed: ParsedDocumentName; ydoc: Y.Doc; claims: ClaimTable }) {
    this.name = parts.name
    this.parsed = parts.parsed
    this.ydoc = parts.ydoc
    this.claims = parts.claims
    this.bounds = new ContentBounds(parts.ydoc)
    this.presence = new PresenceHub(parts.name)
  }

  /** The document is deleted for good: nothing of it may be written any more. */
  get isForgotten(): boolean {
    return this.#isForgotten
  }

  forget(): void {
    this.#isForgotten = true
    this.#stopLingering?.()
  }

  /** Resolves after a while, or as soon as the document is deleted. */
  linger(ms: number): Promise<void> {
    if (this.#isForgotten) return Promise.resolve()
    return new Promise((resolve) => {
      this.#stopLingering = resolve
      setTimeout(resolve, ms).unref()
    })
  }

  /** Seats that have the document open, each once. */
  seats(): readonly SeatId[] {
    return Array.from(new Set(Array.from(this.channels, (channel) => channel.seat.id)))
  }
}

/** The documents that are loaded now, by name. */
export type OpenDocuments = Map<DocumentName, OpenDocument>

import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import {
  encodeRefusalMessage,
  isErrorCode,
  parseRefusalMessage,
  type DocumentName,
  type ErrorCode,
} from '@tafelrunde/protocol'
import * as Y from 'yjs'

/** What happened to a document, for the one who opened it. */
export interface DocumentEvents {
  /** The server has closed or refused the document. */
  readonly onRefused: (code: ErrorCode) => void
}

/** How a document is opened. */
export interface OpenOptions {
  readonly websocket: HocuspocusProviderWebsocket
  readonly name: DocumentName
  readonly token: string
  readonly ydoc?: Y.Doc
  readonly events: DocumentEvents
}

/**
 * One sync document through an unmodified HocuspocusProvider; answers the server's announcement that writing ends and
 * knows which of its edits are acknowledged.
 */
export class OpenedDocument {
  readonly name: DocumentName
  readonly ydoc: Y.Doc
  readonly #provider: HocuspocusProvider
  #sent = 0
  #acknowledged = 0
  #unsaved = 0
  #mayWrite = false
  #isSynced = false
  #isClosed = false

  constructor({ websocket, name, token, ydoc, events }: OpenOptions) {
    this.name = name
    this.ydoc = ydoc ?? new Y.Doc()
    this.#provider = new HocuspocusProvider({
      websocketProvider: websocket,
      name,
      token,
      document: this.ydoc,
      onSynced: () => {
        this.#isSynced = true
      },
      onUnsyncedChanges: ({ number }) => {
        // Acknowledgements come in order, and the first one of a connection stands for all that came before it.
        if (number < this.#unsaved) this.#acknowledged = Math.max(this.#acknowledged, this.#sent - number)
        this.#unsaved = number
      },
      onStateless: ({ payload }) => {
        const message = parseRefusalMessage(payload)
        if (message?.type === 'writing.open') this.#mayWrite = true
        if (message?.type === 'writing.ending') {
          this.#mayWrite = false
          this.#provider.sendStateless(encodeRefusalMessage({ type: 'writing.flushed', id: message.id }))
        }
      },
      onAuthenticationFailed: ({ reason }) => this.#refused(reason, events),
      onClose: ({ event }) => this.#refused(event.reason, events),
    })
    this.ydoc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.#provider) this.#sent += 1
    })
    this.#provider.attach()
  }

  /** The server's state has arrived. */
  get isSynced(): boolean {
    return this.#isSynced
  }

  /** Everything that was edited here is acknowledged, and with it on the server's disk. */
  get isSaved(): boolean {
    return this.#isSynced && this.#provider.unsyncedChanges === 0
  }

  /** The server has said that it takes edits, and not that this ends. */
  get mayWrite(): boolean {
    return this.#mayWrite && !this.#isClosed
  }

  /** Number of own updates so far, and of those that are known to be saved. */
  get progress(): { sent: number; acknowledged: number } {
    return { sent: this.#sent, acknowledged: this.#acknowledged }
  }

  /** The provider, for what a test wants to send past everything. */
  get provider(): HocuspocusProvider {
    return this.#provider
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#provider.destroy()
  }

  #refused(reason: string, events: DocumentEvents): void {
    if (this.#isClosed) return
    this.#isSynced = false
    this.#mayWrite = false
    if (isErrorCode(reason) && reason !== 'server.stopping') events.onRefused(reason)
  }
}

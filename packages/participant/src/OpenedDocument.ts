import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import {
  encodeRefusalMessage,
  isErrorCode,
  parseRefusalMessage,
  type DocumentName,
  type ErrorCode,
} from '@tafelrunde/protocol'
import * as Y from 'yjs'
import type { Acknowledgements } from './Acknowledgements.ts'

/** Reason that the server gives for a document which its client has closed itself. */
const OWN_GOODBYE = 'provider_initiated'

/** What happened to a document, for the one who opened it. */
export interface DocumentEvents {
  /** The server has closed or refused the document. */
  readonly onRefused: (code: ErrorCode) => void
  /** The server's state has arrived, on this connection. */
  readonly onSynced?: () => void
}

/** How a document is opened. */
export interface OpenOptions {
  readonly websocket: HocuspocusProviderWebsocket
  readonly acknowledgements: Acknowledgements
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
  readonly #acknowledgements: Acknowledgements
  #mayWrite = false
  #isSynced = false
  #isClosed = false

  constructor({ websocket, acknowledgements, name, token, ydoc, events }: OpenOptions) {
    this.name = name
    this.ydoc = ydoc ?? new Y.Doc()
    this.#acknowledgements = acknowledgements
    acknowledgements.track(name, this.ydoc)
    this.#provider = new HocuspocusProvider({
      websocketProvider: websocket,
      name,
      token,
      document: this.ydoc,
      onSynced: () => {
        this.#isSynced = true
        events.onSynced?.()
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
      // 1000 closes this document; every other code is the end of the socket, and the provider connects anew.
      onClose: ({ event }) => {
        const isOfDocument = event.code === 1000 && websocket.webSocket?.readyState === 1
        if (isOfDocument && event.reason !== OWN_GOODBYE) this.#refused(event.reason, events)
        else this.#lost()
      },
    })
    this.#provider.attach()
  }

  /** The server's state has arrived. */
  get isSynced(): boolean {
    return this.#isSynced
  }

  /** Everything that was edited here is acknowledged, and with it on the server's disk. */
  get isSaved(): boolean {
    return this.#isSynced && this.#acknowledgements.isSaved(this.name)
  }

  /** Clock of the document's own client now, and up to which it is known to be saved. */
  get progress(): { now: number; saved: number } {
    return {
      now: Y.getState(this.ydoc.store, this.ydoc.clientID),
      saved: this.#acknowledgements.savedClock(this.name),
    }
  }

  /** State vector of what the server is known to have: everybody else's edits, and the own ones that it has acknowledged. */
  get confirmed(): Uint8Array {
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.ydoc))
    clocks.set(this.ydoc.clientID, this.#acknowledgements.savedClock(this.name))
    return Y.encodeStateVector(clocks)
  }

  /** The server has said that it takes edits, and not that this ends. */
  get mayWrite(): boolean {
    return this.#mayWrite && !this.#isClosed
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
    this.#lost()
    // A reason that is not in the table is an error that nobody has translated: the same content is brought again.
    const code = isErrorCode(reason) ? reason : 'document.unavailable'
    if (code !== 'server.stopping') events.onRefused(code)
  }

  #lost(): void {
    this.#isSynced = false
    this.#mayWrite = false
  }
}

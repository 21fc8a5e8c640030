import { HocuspocusProvider } from '@hocuspocus/provider'
import { ERRORS, isErrorCode, type DocumentName, type ErrorCode } from '@tafelrunde/protocol'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { SyncSocket } from './SyncSocket.ts'

/** What a document's connection tells. */
export interface DocumentLinkEvents {
  /** The socket opened or closed; after it opened, `onSynced` follows. */
  onSocket(isOpen: boolean): void
  /** The server has sent its state. */
  onSynced(): void
  /** Number of edits (and handshakes) that the server has not confirmed. */
  onUnsynced(count: number): void
  /** The server has closed this document for the reason; the link is dead. */
  onRefused(code: ErrorCode): void
  /** A stateless message of the server. */
  onMessage(payload: string): void
}

/** One document on the session's socket. */
export interface DocumentLink {
  readonly awareness: Awareness | null
  sendMessage(payload: string): void
  close(): void
}

export interface DocumentLinkOptions {
  socket: SyncSocket
  name: DocumentName
  ydoc: Y.Doc
  token: string
  awareness: Awareness | null
  events: DocumentLinkEvents
}

/** Opens links; the session takes it as a parameter, so that tests need no network. */
export type OpenDocumentLink = (options: DocumentLinkOptions) => DocumentLink

/** Connect a document with the unmodified engine's provider. */
export const openDocumentLink: OpenDocumentLink = ({ socket, name, ydoc, token, awareness, events }) => {
  let isClosed = false
  let isRefused = false
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: ydoc,
    token,
    awareness,
    onOpen: () => isClosed || events.onSocket(true),
    onSynced: () => isClosed || events.onSynced(),
    onUnsyncedChanges: ({ number }) => isClosed || events.onUnsynced(number),
    onStateless: ({ payload }) => isClosed || events.onMessage(payload),
    onAuthenticationFailed: ({ reason }) => refuse(reason),
    onClose: ({ event }) => {
      // The engine reports both through this: with code 1000 the end of this document, else that of the socket.
      const isOfDocument = event.code === 1000 && socket.webSocket?.readyState === 1
      const code = isErrorCode(event.reason) ? event.reason : null
      if (isOfDocument) {
        // Not for our own goodbye to an earlier link of the same document, told to its successor.
        if (event.reason !== 'provider_initiated') refuse(code ?? 'document.unavailable')
      } else if (code && ERRORS[code].client !== 'retry') refuse(code)
      else if (!isClosed) events.onSocket(false)
    },
  })

  function refuse(reason: string): void {
    if (isClosed || isRefused) return
    isRefused = true
    events.onRefused(isErrorCode(reason) ? reason : 'document.unavailable')
  }

  provider.attach()
  return {
    awareness,
    sendMessage: (payload) => provider.sendStateless(payload),
    close() {
      if (isClosed) return
      isClosed = true
      if (isRefused) {
        // The server keeps what it gets for a document that it has closed, and would play a goodbye to our next link.
        socket.configuration.providerMap.delete(name)
        provider.detach()
      }
      provider.destroy()
      awareness?.destroy()
    },
  }
}

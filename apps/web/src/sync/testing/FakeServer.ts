import { parseRefusalMessage, type ErrorCode } from '@tafelrunde/protocol'
import * as Y from 'yjs'
import type { DocumentLinkOptions, OpenDocumentLink } from '../openDocumentLink.ts'

type Link = DocumentLinkOptions & { readonly onUpdate: (update: Uint8Array, origin: unknown) => void }

/** The other end of a document link without a network: takes, withholds or refuses edits as the test says. */
export class FakeServer {
  readonly ydoc = new Y.Doc()
  /** Set: edits are refused with this code. */
  refusal: ErrorCode | null = null
  /** False: edits arrive but are not confirmed. */
  isConfirming = true
  readonly flushed: string[] = []
  #isReachable = true
  #unconfirmed = 0
  readonly #links = new Set<Link>()

  readonly openLink: OpenDocumentLink = (options) => {
    const onUpdate = (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#isReachable && this.#links.has(link)) this.#receive(link, update)
    }
    const link: Link = { ...options, onUpdate }
    this.#links.add(link)
    options.ydoc.on('update', onUpdate)
    if (this.#isReachable) this.#greet(link)
    else options.events.onSocket(false)
    return {
      awareness: options.awareness,
      sendMessage: (payload) => {
        const message = parseRefusalMessage(payload)
        if (message?.type === 'writing.flushed') this.flushed.push(message.id)
      },
      close: () => {
        this.#links.delete(link)
        options.ydoc.off('update', onUpdate)
        options.awareness?.destroy()
      },
    }
  }

  get connections(): number {
    return this.#links.size
  }

  goOffline(): void {
    this.#isReachable = false
    for (const link of this.#links) link.events.onSocket(false)
  }

  comeBack(): void {
    this.#isReachable = true
    for (const link of [...this.#links]) this.#greet(link)
  }

  /** Confirm so many of the edits that were withheld, or all. */
  confirm(count = this.#unconfirmed): void {
    this.#unconfirmed -= count
    for (const link of this.#links) link.events.onUnsynced(this.#unconfirmed)
  }

  send(payload: string): void {
    for (const link of this.#links) link.events.onMessage(payload)
  }

  close(code: ErrorCode): void {
    for (const link of [...this.#links]) link.events.onRefused(code)
  }

  #greet(link: Link): void {
    link.events.onSocket(true)
    link.events.onUnsynced(1)
    const offline = Y.encodeStateAsUpdate(link.ydoc, Y.encodeStateVector(this.ydoc))
    const isNew = Y.decodeUpdate(offline).structs.length > 0
    Y.applyUpdate(link.ydoc, Y.encodeStateAsUpdate(this.ydoc), this)
    if (isNew && this.refusal) return link.events.onRefused(this.refusal)
    Y.applyUpdate(this.ydoc, offline)
    link.events.onSynced()
    link.events.onUnsynced(0)
  }

  #receive(link: Link, update: Uint8Array): void {
    this.#unconfirmed += 1
    link.events.onUnsynced(this.#unconfirmed)
    if (this.refusal) {
      this.#unconfirmed = 0
      return link.events.onRefused(this.refusal)
    }
    Y.applyUpdate(this.ydoc, update)
    for (const other of this.#links) if (other !== link) Y.applyUpdate(other.ydoc, update, this)
    if (this.isConfirming) this.confirm()
  }
}

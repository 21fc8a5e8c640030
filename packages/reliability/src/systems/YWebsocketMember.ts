import { addItem, openBoard, readBoard, type Board } from '@tafelrunde/schema'
import { FREE_FIELD } from '@tafelrunde/schema/plain'
import { until } from '@tafelrunde/testkit'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Member } from './System.ts'

/** A member through the unmodified client of y-websocket. It is never told that an edit is taken. */
export class YWebsocketMember implements Member {
  readonly ydoc = new Y.Doc()
  readonly written: string[] = []
  readonly tray: readonly string[] = []
  readonly refusals: readonly string[] = []
  readonly #provider: WebsocketProvider
  #pointersSeen = 0

  private constructor(url: string, room: string, kept: Uint8Array | null) {
    if (kept) Y.applyUpdate(this.ydoc, kept)
    this.#provider = new WebsocketProvider(url.replace(/^http/, 'ws'), room, this.ydoc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 500,
    })
    this.#provider.awareness.on('change', ({ added, updated }: { added: number[]; updated: number[] }) => {
      this.#pointersSeen += [...added, ...updated].filter((id) => id !== this.ydoc.clientID).length
    })
  }

  static async open(url: string, room: string, kept: Uint8Array | null): Promise<YWebsocketMember> {
    const member = new YWebsocketMember(url, room, kept)
    await until(() => member.#provider.synced, { what: `${room} to be synced` })
    return member
  }

  write(text: string): boolean {
    addItem(openBoard(this.ydoc), { place: { canvasId: null, fieldId: FREE_FIELD }, text })
    this.written.push(text)
    return true
  }

  edit(change: (board: Board) => unknown): boolean {
    change(openBoard(this.ydoc))
    return true
  }

  acknowledged(): readonly string[] {
    return []
  }

  notes(): readonly string[] {
    return readBoard(openBoard(this.ydoc)).items.map((item) => item.plainText)
  }

  get isSaved(): boolean {
    return this.isConnected && this.#provider.synced
  }

  get isConnected(): boolean {
    return this.#provider.wsconnected
  }

  point(x: number, y: number, beside = ''): void {
    this.#provider.awareness.setLocalStateField('cursor', { x, y, beside })
  }

  get pointersSeen(): number {
    return this.#pointersSeen
  }

  presence(): readonly unknown[] {
    return Array.from(this.#provider.awareness.getStates().values())
  }

  goOffline(): void {
    this.#provider.disconnect()
  }

  goOnline(): void {
    this.#provider.connect()
  }

  leave(): void {
    const { awareness, doc } = this.#provider
    // After a collision Yjs has given the document another id; the provider would look for that one and throw.
    if (!awareness.states.has(doc.clientID)) doc.clientID = awareness.clientID
    this.#provider.destroy()
  }
}

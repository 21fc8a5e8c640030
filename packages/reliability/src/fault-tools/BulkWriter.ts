import type { Place } from '@tafelrunde/bench/Wire'
import { WIRES } from '@tafelrunde/bench/wires'
import { addItem, openBoard } from '@tafelrunde/schema'
import { FREE_FIELD } from '@tafelrunde/schema/plain'
import { until } from '@tafelrunde/testkit'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { RunningSystem } from '../systems/System.ts'

/**
 * A person who pastes a large text over the one before, again and again, from updates that were made beforehand: a lot
 * is sent, the board stays small, and the process that measures has nothing to compute.
 */
export class BulkWriter {
  readonly #socket: WebSocket
  readonly #frames: readonly Uint8Array[]
  #sent = 0

  private constructor(socket: WebSocket, frames: readonly Uint8Array[]) {
    this.#socket = socket
    this.#frames = frames
  }

  static async open({ port, system }: RunningSystem, place: Place, paste: PasteOptions): Promise<BulkWriter> {
    const wire = WIRES[system.wire]
    const socket = new WebSocket(`ws://127.0.0.1:${port}${wire.path(place)}`, { maxPayload: 0 })
    const ydoc = new Y.Doc()
    let isReady = false
    socket.once('open', () => wire.greet(place).forEach((frame) => socket.send(frame)))
    socket.on('error', () => undefined)
    socket.on('message', (data: Buffer) => {
      for (const answer of wire.answer(place, data)) socket.send(answer)
      if (isReady) return
      for (const message of wire.decode(data)) {
        if (message.type === 'update') Y.applyUpdate(ydoc, message.update)
        if (message.type === 'ready') isReady = true
      }
    })
    await until(() => isReady, { what: 'the board of a bulk writer' })
    return new BulkWriter(
      socket,
      pastesOf(ydoc, paste).map((update) => wire.encodeUpdate(place, update)),
    )
  }

  /** Send the next paste; returns its bytes, 0 when there is none left. */
  paste(): number {
    const frame = this.#frames[this.#sent]
    if (!frame || this.#socket.readyState !== this.#socket.OPEN) return 0
    this.#sent += 1
    this.#socket.send(frame)
    return frame.length
  }

  leave(): void {
    this.#socket.terminate()
  }
}

/** How often is pasted, and how much each time. */
export interface PasteOptions {
  readonly times: number
  readonly characters: number
}

function pastesOf(ydoc: Y.Doc, { times, characters }: PasteOptions): readonly Uint8Array[] {
  const updates: Uint8Array[] = []
  ydoc.on('update', (update: Uint8Array) => updates.push(update))
  const added = addItem(openBoard(ydoc), { place: { canvasId: null, fieldId: FREE_FIELD }, text: 'a' })
  const entry = added && ydoc.getMap('items').get(added.result)
  const text = entry instanceof Y.Map ? firstText(entry.get('text')) : null
  if (!text) throw new Error('a note without text')
  for (let turn = 0; turn < times; turn += 1) {
    ydoc.transact(() => {
      text.delete(0, text.length)
      text.insert(0, String.fromCodePoint(97 + (turn % 26)).repeat(characters))
    })
  }
  return updates
}

function firstText(node: unknown): Y.XmlText | null {
  if (node instanceof Y.XmlText) return node
  return node instanceof Y.XmlFragment ? firstText(node.get(0)) : null
}

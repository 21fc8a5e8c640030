import type { DocumentName } from '@tafelrunde/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

const SYNC = 0
const SYNC_STATUS = 8
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

/** What was sent for one document on one socket and is not acknowledged yet. */
interface Outstanding {
  /** By client id: the clock up to which the server has everything once this is acknowledged. */
  readonly clocks: ReadonlyMap<number, number>
  readonly isHandshake: boolean
}

/** Clocks, by client id, up to which everything of a document is on the server's disk, as an acknowledgement says. */
export type OnSaved = (name: string, clocks: ReadonlyMap<number, number>) => void

interface Tracked {
  readonly ydoc: Y.Doc
  savedClock: number
  /**
   * The document's own provider has begun. What comes before is the last word of a provider that was refused under the
   * same name; the server passes it over and never acknowledges it.
   */
  hasBegun: boolean
  hasHandshake: boolean
  outstanding: Outstanding[]
}

/**
 * Knows which edits of a device are on the server's disk, from what really went over its socket.
 *
 * The provider's own count is no proof: it starts again at one with every connection, while updates that it had queued
 * before are acknowledged one by one.
 */
export class Acknowledgements {
  readonly #documents = new Map<string, Tracked>()
  readonly #onSaved: OnSaved

  constructor(onSaved: OnSaved = () => undefined) {
    this.#onSaved = onSaved
  }

  /** Begin with a document; what was known about another one of the same name is forgotten. */
  track(name: DocumentName, ydoc: Y.Doc): void {
    this.#documents.set(name, { ydoc, savedClock: 0, hasBegun: false, hasHandshake: false, outstanding: [] })
  }

  /** A new socket: what was not acknowledged on the old one never will be. */
  reconnected(): void {
    for (const tracked of this.#documents.values()) {
      tracked.outstanding = []
      tracked.hasBegun = false
      tracked.hasHandshake = false
    }
  }

  sent(bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    const tracked = frame && this.#documents.get(frame.name)
    if (!tracked || frame.type !== SYNC) return
    const kind = decoding.readVarUint(frame.decoder)
    if (kind === STEP_1) tracked.hasBegun = true
    if (!tracked.hasBegun) return
    if (kind === STEP_2) {
      tracked.outstanding.push({ clocks: allClocks(tracked.ydoc), isHandshake: true })
    } else if (kind === UPDATE) {
      tracked.outstanding.push({ clocks: endClocks(decoding.readVarUint8Array(frame.decoder)), isHandshake: false })
    }
  }

  received(bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    if (frame?.type !== SYNC_STATUS) return
    const tracked = this.#documents.get(frame.name)
    const acknowledged = tracked?.outstanding.shift()
    if (!tracked || !acknowledged) return
    tracked.savedClock = Math.max(tracked.savedClock, acknowledged.clocks.get(tracked.ydoc.clientID) ?? 0)
    tracked.hasHandshake ||= acknowledged.isHandshake
    this.#onSaved(frame.name, acknowledged.clocks)
  }

  /** Clock of the document's own client up to which everything is on the server's disk. */
  savedClock(name: DocumentName): number {
    return this.#documents.get(name)?.savedClock ?? 0
  }

  /** Everything that was edited here is on the server's disk. */
  isSaved(name: DocumentName): boolean {
    const tracked = this.#documents.get(name)
    if (!tracked?.hasHandshake || tracked.outstanding.length > 0) return false
    return tracked.savedClock >= ownClock(tracked.ydoc)
  }
}

/** Where the clients' structs end in an update; nothing for bytes that a test has garbled on purpose. */
function endClocks(update: Uint8Array): ReadonlyMap<number, number> {
  try {
    return Y.parseUpdateMeta(update).to
  } catch {
    return new Map()
  }
}

function allClocks(ydoc: Y.Doc): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(ydoc))
}

function ownClock(ydoc: Y.Doc): number {
  return Y.getState(ydoc.store, ydoc.clientID)
}

function readFrame(bytes: Uint8Array): { name: string; type: number; decoder: decoding.Decoder } | null {
  if (bytes.length < 3) return null
  const decoder = decoding.createDecoder(bytes)
  const name = decoding.readVarString(decoder)
  return { name, type: decoding.readVarUint(decoder), decoder }
}

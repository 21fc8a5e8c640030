import type { ErrorCode } from '@tafelrunde/protocol'
import { isBoardRoot, LIMITS, type BoardRoot } from '@tafelrunde/schema/plain'
import * as Y from 'yjs'
import type { ResolvedUpdate } from './resolveRoots.ts'

/** People who add at the same time, or offline, can pass a limit honestly: each of them was below it. */
const SLACK = 1.2

/** Entries of a root that are there at the same time. */
const MAX_ENTRIES: Readonly<Record<BoardRoot, number>> = {
  canvases: LIMITS.canvasesPerBoard * SLACK,
  items: LIMITS.itemsPerBoard * SLACK,
  recommendations: LIMITS.recommendationsPerBoard * SLACK,
  sketch: LIMITS.sketchPerBoard * SLACK,
  comments: LIMITS.itemsPerBoard * SLACK,
  reactions: LIMITS.reactionsPerBoard * SLACK,
}

/** Content of one entry, in bytes; the longest recommendation has a third of it. */
const MAX_ENTRY_BYTES = 300_000

/** Content of a document, in bytes; 5,000 notes of 600 characters have a quarter. A reader's backlog (16 MB) holds it whole. */
const MAX_BYTES = 12_000_000

/** Structs of a document: the largest board has 80,000, a year of editing it doubles that. */
const MAX_STRUCTS = 500_000

/** What may be added after a look at a document before the next look, and how long a full one counts as full. */
const BYTES_PER_COUNT = 2_000_000
const STRUCTS_PER_COUNT = 20_000
const RECOUNT_MS = 10_000

/** Entries whose growth is remembered; deleted ones are among them. */
const MAX_COUNTED = 20_000

/** What an update would add to a document, in bytes. */
interface Growth {
  readonly entries: Map<string, number>
  total: number
}

/**
 * How much one document may hold, whoever writes it and with what: the operations of the schema refuse before they
 * write, a raw client has no operations.
 *
 * Counts what is accepted and looks at the document only when the count passes a bound: texts are deleted, too.
 *
 * G1  Entries of a root, the content of an entry, content and structs of a document are bounded; beyond it an update
 *     that adds is refused with `update.tooLarge`, one that only deletes is not.
 */
export class ContentBounds {
  readonly #ydoc: Y.Doc
  readonly #grown = new Map<string, number>()
  #structs = 0
  #bytes = 0
  /** Where the next look is due; at the first update. */
  #mostStructs = -1
  #mostBytes = -1
  #fullUntil = 0

  constructor(ydoc: Y.Doc) {
    this.#ydoc = ydoc
  }

  /** Null if there is room for the update; then it is counted. */
  refuse(update: ResolvedUpdate): ErrorCode | null {
    const growth = growthOf(update)
    if (growth.total === 0 && update.structs === 0) return null
    const hasRoom = this.#hasRoomFor(update, growth) && this.#hasRoomForEntries(update) && this.#haveEntriesRoom(growth)
    return hasRoom ? null : 'update.tooLarge'
  }

  #hasRoomFor(update: ResolvedUpdate, growth: Growth): boolean {
    const fits = (): boolean =>
      this.#structs + update.structs <= this.#mostStructs && this.#bytes + growth.total <= this.#mostBytes
    if (!fits() && performance.now() >= this.#fullUntil) this.#count()
    if (!fits()) return false
    this.#structs += update.structs
    this.#bytes += growth.total
    return true
  }

  #count(): void {
    this.#structs = 0
    this.#bytes = 0
    for (const structs of this.#ydoc.store.clients.values()) {
      this.#structs += structs.length
      for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted) this.#bytes += bytesOf(struct)
    }
    const isFull = this.#structs > MAX_STRUCTS || this.#bytes > MAX_BYTES
    this.#fullUntil = isFull ? performance.now() + RECOUNT_MS : 0
    this.#mostStructs = isFull ? 0 : Math.max(MAX_STRUCTS, this.#structs + STRUCTS_PER_COUNT)
    this.#mostBytes = isFull ? 0 : Math.max(MAX_BYTES, this.#bytes + BYTES_PER_COUNT)
  }

  #hasRoomForEntries(update: ResolvedUpdate): boolean {
    const created = new Map<BoardRoot, Set<string>>()
    for (const { place, bytes } of update.writes) {
      const { root, entry, depth } = place
      if (bytes === 0 || depth > 0 || entry === null || !isBoardRoot(root)) continue
      if (this.#isThere(root, entry)) continue
      const entries = created.get(root) ?? new Set()
      created.set(root, entries.add(entry))
    }
    for (const [root, entries] of created) {
      const stored = this.#ydoc.share.get(root)?._map
      if (!stored || stored.size + entries.size <= MAX_ENTRIES[root]) continue
      let there = 0
      for (const item of stored.values()) if (!item.deleted) there += 1
      if (there + entries.size > MAX_ENTRIES[root]) return false
    }
    return true
  }

  #isThere(root: string, entry: string): boolean {
    return this.#ydoc.share.get(root)?._map.get(entry)?.deleted === false
  }

  #haveEntriesRoom({ entries }: Growth): boolean {
    if (this.#grown.size > MAX_COUNTED) this.#grown.clear()
    for (const [key, bytes] of entries) {
      let grown = (this.#grown.get(key) ?? 0) + bytes
      if (grown > MAX_ENTRY_BYTES) grown = this.#bytesOfEntry(key) + bytes
      if (grown > MAX_ENTRY_BYTES) return false
      this.#grown.set(key, grown)
    }
    return true
  }

  /** What an entry holds now. */
  #bytesOfEntry(key: string): number {
    const at = key.indexOf(SEPARATOR)
    const type = this.#ydoc.share.get(at < 0 ? key : key.slice(0, at))
    const first = at < 0 ? type?._start : type?._map.get(key.slice(at + 1))
    const open = first ? [first] : []
    let bytes = 0
    for (let item = open.pop(); item; item = open.pop()) {
      for (let next: Y.Item | null = item; next; next = next.right) {
        if (next.deleted) continue
        bytes += bytesOf(next)
        if (!(next.content instanceof Y.ContentType)) continue
        const { _start, _map } = next.content.type
        if (_start) open.push(_start)
        for (const value of _map.values()) open.push(value)
      }
    }
    return bytes
  }
}

/** Cannot stand in the name of a root. */
const SEPARATOR = '\u0000'

function growthOf({ writes }: ResolvedUpdate): Growth {
  const growth: Growth = { entries: new Map(), total: 0 }
  for (const { place, bytes } of writes) {
    if (bytes === 0) continue
    const key = place.entry === null ? place.root : place.root + SEPARATOR + place.entry
    growth.entries.set(key, (growth.entries.get(key) ?? 0) + bytes)
    growth.total += bytes
  }
  return growth
}

/** About what a stored item was in its update. */
function bytesOf({ content, length }: Y.Item): number {
  if (content instanceof Y.ContentAny) return sizeOf(content.arr)
  if (content instanceof Y.ContentBinary) return content.content.length
  if (content instanceof Y.ContentEmbed) return sizeOf(content.embed)
  if (content instanceof Y.ContentFormat) return sizeOf(content.value)
  if (content instanceof Y.ContentJSON) return sizeOf(content.arr)
  return length
}

/** Values are at most 32 deep, see `ByteReader`. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 1
  if (value instanceof Uint8Array) return value.length
  let size = 1
  for (const [key, part] of Object.entries(value)) size += key.length + sizeOf(part)
  return size
}

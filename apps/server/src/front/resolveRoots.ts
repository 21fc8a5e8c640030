import { AppError } from '@tafelrunde/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { malformed } from './ByteReader.ts'
import { CONTENT, scanUpdate, type ScannedStruct } from './scanUpdate.ts'

/** Where a struct lives: its root, the entry of that root, and the attribute of that entry. */
export interface Place {
  readonly root: string
  readonly entry: string | null
  readonly attribute: string | null
  /** 0: an entry itself, 1: an attribute of an entry, 2: something inside an attribute. */
  readonly depth: 0 | 1 | 2
  /** How many types it is nested in. */
  readonly level: number
}

/** One write of an update: a new struct or a deletion of something that was there. */
export interface Write {
  readonly place: Place
  /** The value that an attribute gets, for attributes whose value decides about permission. */
  readonly value: unknown
  /** Bytes of content that it adds, at least one per character, value and node; 0 for what is deleted. */
  readonly bytes: number
}

/** What an update would change in a document. */
export interface ResolvedUpdate {
  /** Clients with structs that the document does not have yet. */
  readonly clients: readonly number[]
  readonly writes: readonly Write[]
  /** Something new that hangs on content which is gone for good; it changes nothing that anybody can see. */
  readonly hasRootless: boolean
  /** The document has all of it already. */
  readonly isKnown: boolean
  /** How many structs are new. */
  readonly structs: number
  /** How many stored structs had to be looked at. */
  readonly visits: number
}

/** Stored structs that may be looked at for one update: the largest documents have fewer. */
const MAX_VISITS = 1_000_000

/** New structs of one update; an honest one of the largest size has half of them. */
const MAX_NEW_STRUCTS = 100_000

/** Deleted ranges of one update; each client sends those of the whole document when it connects. */
const MAX_RANGES = 200_000

/** Types inside each other; texts have lists of a dozen levels. Deeper ones exhaust the stack of whoever reads them. */
const MAX_LEVEL = 48

/** The attribute whose value decides about a canvas lock. */
const CANVAS_ATTRIBUTE = 'canvasId'

interface NewStruct {
  readonly client: number
  readonly clock: number
  end: number
  readonly content: number
  readonly contentAt: number
  readonly contentBytes: number
  readonly origin: Reference | null
  readonly right: Reference | null
  readonly parent: Reference | null
  readonly rootKey: string | null
  readonly key: string | null
  /** The document has its beginning: Yjs hangs the rest on the end of that, whatever the update says. */
  readonly isContinued: boolean
  /** undefined: not resolved yet. null: hangs on nothing. */
  place: Place | null | undefined
}

interface Reference {
  readonly client: number
  readonly clock: number
}

interface Range {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/**
 * Resolve every new struct and every new deletion of an update to the root it belongs to: by the root's name, by its
 * parent, or by its neighbours, looked up in the update or in the loaded document.
 *
 * Content that the document already has, and deletions of what is already deleted, are not writes: every client
 * sends its complete deletions whenever it connects.
 *
 * @throws AppError `update.malformed`; `update.clockGap` when a part hangs on something that the server does not have
 */
export function resolveRoots(ydoc: Y.Doc, bytes: Uint8Array): ResolvedUpdate {
  return new Resolution(ydoc, bytes).run()
}

class Resolution {
  readonly #ydoc: Y.Doc
  readonly #bytes: Uint8Array
  readonly #structs: NewStruct[] = []
  readonly #byClient = new Map<number, NewStruct[]>()
  #deletions: Range[] = []
  readonly #states = new Map<number, number>()
  #visits = 0

  constructor(ydoc: Y.Doc, bytes: Uint8Array) {
    this.#ydoc = ydoc
    this.#bytes = bytes
  }

  run(): ResolvedUpdate {
    scanUpdate(this.#bytes, {
      struct: (struct) => this.#keep(struct),
      deletion: (client, clock, length) => {
        if (this.#deletions.length >= MAX_RANGES) throw new AppError('update.tooLarge', 'too many deletions')
        this.#deletions.push({ client, clock, length })
      },
    })
    const writes: Write[] = []
    let hasRootless = false
    for (const struct of this.#structs) {
      const place = this.#placeOf(struct)
      if (place && struct.isContinued) this.#assertContinues(struct, place)
      if (place) writes.push({ place, value: this.#valueOf(struct, place), bytes: bytesOf(struct) })
      else hasRootless = true
    }
    this.#deletions = withoutOverlaps(this.#deletions)
    for (const range of this.#deletions) this.#resolveDeletion(range, writes)
    return {
      clients: Array.from(this.#byClient.keys()),
      writes,
      hasRootless,
      isKnown: this.#structs.length === 0 && writes.length === 0,
      structs: this.#structs.length,
      visits: this.#visits,
    }
  }

  #stateOf(client: number): number {
    let state = this.#states.get(client)
    if (state === undefined) {
      state = Y.getState(this.#ydoc.store, client)
      this.#states.set(client, state)
    }
    return state
  }

  #keep(struct: ScannedStruct): void {
    const end = struct.clock + struct.length
    const known = this.#byClient.get(struct.client)
    const expected = known?.at(-1)?.end ?? this.#stateOf(struct.client)
    if (end <= expected) return this.#assertHangsOnKnown(struct)
    if (struct.clock > expected) throw new AppError('update.clockGap', 'a clock does not continue')
    const { client, clock, content, contentAt, contentBytes, rootKey, key } = struct
    const last = known?.at(-1)
    if (last && content === CONTENT.gc && last.content === CONTENT.gc) {
      // Half a million of them fit into one update.
      last.end = end
      return
    }
    if (this.#structs.length >= MAX_NEW_STRUCTS) throw new AppError('update.tooLarge', 'too many parts')
    const kept: NewStruct = {
      client,
      clock,
      end,
      content,
      contentAt,
      contentBytes,
      origin: struct.hasOrigin ? { client: struct.originClient, clock: struct.originClock } : null,
      right: struct.hasRightOrigin ? { client: struct.rightClient, clock: struct.rightClock } : null,
      parent: struct.hasParent ? { client: struct.parentClient, clock: struct.parentClock } : null,
      rootKey,
      key,
      isContinued: struct.clock < expected,
      place: undefined,
    }
    this.#structs.push(kept)
    if (known) known.push(kept)
    else this.#byClient.set(client, [kept])
  }

  /**
   * Yjs looks at the neighbours even of what it has. One that is missing makes it put aside everything after it, and a
   * journal with something that waits is not loaded again.
   */
  #assertHangsOnKnown(struct: ScannedStruct): void {
    const isMissing =
      (struct.hasOrigin && struct.originClock >= this.#stateOf(struct.originClient)) ||
      (struct.hasRightOrigin && struct.rightClock >= this.#stateOf(struct.rightClient)) ||
      (struct.hasParent && struct.parentClock >= this.#stateOf(struct.parentClient))
    if (isMissing) throw malformed('a known part hangs on something that is not here')
  }

  /** Resolve one struct and, before it, the new structs it hangs on; a stack, because chains can be long. */
  #placeOf(struct: NewStruct): Place | null {
    const stack = [struct]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      if (top.place === undefined) {
        const open = this.#unresolvedReferences(top)
        if (open.length > 0) {
          if (stack.length + open.length > this.#structs.length * 3 + 3) throw malformed('parts hang on each other')
          stack.push(...open)
          continue
        }
        top.place = this.#combine(top)
      }
      stack.pop()
    }
    return struct.place ?? null
  }

  #unresolvedReferences(struct: NewStruct): NewStruct[] {
    const open: NewStruct[] = []
    for (const reference of [struct.origin, struct.right, struct.parent]) {
      if (!reference) continue
      // Yjs looks up parts of the same client without asking whether they are there yet, and throws.
      if (reference.client === struct.client && reference.clock >= struct.clock) {
        throw malformed('a part hangs on a later one')
      }
      const target = this.#newStructAt(reference)
      if (target?.place === undefined && target) open.push(target)
    }
    return open
  }

  /** All neighbours that are still there have to agree, or a struct could be smuggled in beside a legal one. */
  #combine(struct: NewStruct): Place | null {
    if (struct.content === CONTENT.gc) return null
    if (struct.rootKey !== null) {
      return { root: struct.rootKey, entry: struct.key, attribute: null, depth: 0, level: 0 }
    }
    if (struct.parent) return below(this.#referenced(struct.parent), struct.key)
    const left = struct.origin && this.#referenced(struct.origin)
    const right = struct.right && this.#referenced(struct.right)
    if (left && right && left.root !== right.root) throw malformed('neighbours are in different roots')
    return left ?? right
  }

  /** Or text could be appended in a closed root by a part that says it stands in an open one. */
  #assertContinues(struct: NewStruct, place: Place): void {
    const begun = this.#referenced({ client: struct.client, clock: this.#stateOf(struct.client) - 1 })
    if (!begun) return
    const isSame = begun.root === place.root && begun.entry === place.entry && begun.attribute === place.attribute
    if (!isSame) throw malformed('a part goes on elsewhere than it began')
  }

  #referenced(reference: Reference): Place | null {
    const inUpdate = this.#newStructAt(reference)
    if (inUpdate) return inUpdate.place ?? null
    if (reference.clock >= this.#stateOf(reference.client)) {
      throw new AppError('update.clockGap', 'a part hangs on something that is not here')
    }
    const structs = this.#ydoc.store.clients.get(reference.client)
    const stored = structs?.[Y.findIndexSS(structs, reference.clock)]
    return stored instanceof Y.Item ? placeOfStored(this.#ydoc, stored) : null
  }

  #newStructAt(reference: Reference): NewStruct | null {
    if (reference.clock < this.#stateOf(reference.client)) return null
    const structs = this.#byClient.get(reference.client)
    if (!structs) return null
    let low = 0
    let high = structs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = structs[middle] as NewStruct
      if (reference.clock < struct.clock) high = middle - 1
      else if (reference.clock >= struct.end) low = middle + 1
      else return struct
    }
    return null
  }

  #resolveDeletion({ client, clock, length }: Range, writes: Write[]): void {
    const end = clock + length
    const state = this.#stateOf(client)
    const structs = this.#ydoc.store.clients.get(client) ?? []
    if (length > 0 && clock < state) {
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        this.#visits += 1
        if (this.#visits > MAX_VISITS) throw new AppError('update.tooLarge', 'too many deletions')
        const struct = structs[index] as Y.Item | Y.GC
        if (struct.id.clock >= end) break
        if (struct.deleted || !(struct instanceof Y.Item)) continue
        const place = placeOfStored(this.#ydoc, struct)
        if (place) writes.push({ place, value: undefined, bytes: 0 })
      }
    }
    const newEnd = this.#byClient.get(client)?.at(-1)?.end ?? state
    if (end > newEnd) throw new AppError('update.clockGap', 'deletes something that is not here')
  }

  #valueOf(struct: NewStruct, place: Place): unknown {
    if (place.depth !== 1 || place.attribute !== CANVAS_ATTRIBUTE) return undefined
    if (struct.content === CONTENT.deleted) return undefined
    // Another encoding of the value would pass the lock unread; no schema operation writes one.
    if (struct.content !== CONTENT.any) throw malformed('a canvas is named in another encoding')
    const decoder = decoding.createDecoder(this.#bytes)
    decoder.pos = struct.contentAt
    let value: unknown
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) value = decoding.readAny(decoder)
    return value
  }
}

function bytesOf({ content, clock, end, contentBytes }: NewStruct): number {
  if (content === CONTENT.deleted || content === CONTENT.gc) return 0
  return Math.max(end - clock, contentBytes)
}

/**
 * Honest ranges are in order and do not overlap. Others are brought into that form, or a short update could have the
 * same structs looked at again and again.
 */
function withoutOverlaps(ranges: Range[]): Range[] {
  if (ranges.length < 2) return ranges
  const seen = new Set<number>()
  let last: Range | null = null
  const isInOrder = ranges.every((range) => {
    const isNext = last?.client === range.client ? range.clock >= last.clock + last.length : !seen.has(range.client)
    seen.add(range.client)
    last = range
    return isNext
  })
  if (isInOrder) return ranges
  const ordered = ranges.toSorted((a, b) => a.client - b.client || a.clock - b.clock)
  const merged: Range[] = []
  for (const range of ordered) {
    const before = merged.at(-1)
    if (before?.client === range.client && range.clock <= before.clock + before.length) {
      const end = Math.max(before.clock + before.length, range.clock + range.length)
      merged[merged.length - 1] = { ...before, length: end - before.clock }
    } else {
      merged.push(range)
    }
  }
  return merged
}

function below(parent: Place | null, key: string | null): Place | null {
  if (!parent) return null
  const level = parent.level + 1
  if (level > MAX_LEVEL) throw malformed('nested too deeply')
  if (parent.depth === 0) return { root: parent.root, entry: parent.entry, attribute: key, depth: 1, level }
  return { ...parent, depth: 2, level }
}

/** Climb from a stored item to its root. */
function placeOfStored(ydoc: Y.Doc, stored: Y.Item): Place | null {
  let item = stored
  let attribute: string | null = null
  let depth = 0
  for (;;) {
    const parent = item.parent
    if (!(parent instanceof Y.AbstractType)) return null
    const owner = parent._item
    if (owner === null) {
      const root = rootNameOf(ydoc, parent)
      return root === null
        ? null
        : { root, entry: item.parentSub, attribute, depth: depth > 1 ? 2 : depth === 1 ? 1 : 0, level: depth }
    }
    attribute = item.parentSub
    depth += 1
    item = owner
  }
}

/** A document has a handful of roots; a search beats a cache that would have to follow Yjs replacing root types. */
function rootNameOf(ydoc: Y.Doc, type: unknown): string | null {
  for (const [name, root] of ydoc.share) if ((root as unknown) === type) return name
  return null
}

import { ByteReader, malformed } from './ByteReader.ts'

/** Content references of Yjs' V1 format. */
export const CONTENT = { gc: 0, deleted: 1, json: 2, any: 8, doc: 9, skip: 10 } as const

/** Clocks count characters; no honest client comes near this, and sums of them stay exact. */
const MAX_CLOCK = 2 ** 40

/** One struct of an update. The scanner reuses one object for all structs: copy what you keep. */
export class ScannedStruct {
  client = 0
  clock = 0
  length = 0
  /** Kind of content, see `CONTENT`. */
  content = 0
  hasOrigin = false
  originClient = 0
  originClock = 0
  hasRightOrigin = false
  rightClient = 0
  rightClock = 0
  /** Name of the root that the struct hangs on directly. */
  rootKey: string | null = null
  hasParent = false
  parentClient = 0
  parentClock = 0
  /** Key in its parent map, if the update says it. */
  key: string | null = null
  /** Where the content begins in the bytes, and how many it has. */
  contentAt = 0
  contentBytes = 0
}

/** Called for every struct and every deleted range, in the order of the bytes. */
export interface UpdateVisitor {
  struct(struct: ScannedStruct): void
  deletion(client: number, clock: number, length: number): void
}

/**
 * Read a Yjs V1 update without building its structs, so that nothing it claims costs more than its bytes.
 *
 * Accepts exactly what Yjs applies without throwing, except: subdocuments, the same client twice, empty structs and
 * bytes after the end are refused. Whatever passes can be journaled: it will apply again.
 *
 * @throws AppError `update.malformed`
 */
export function scanUpdate(bytes: Uint8Array, visitor: UpdateVisitor): void {
  const reader = new ByteReader(bytes)
  const struct = new ScannedStruct()
  const part = { struct, structs: 0, visitor }
  const clients = reader.count(4)
  // Yjs writes the clients in descending order, and then none comes twice; only others cost a set.
  let lowest = Infinity
  let seen: Set<number> | null = null
  for (let i = 0; i < clients; i += 1) {
    const structs = reader.count(2)
    const client = reader.uint()
    if (client >= lowest) seen ??= clientsAtBegin(bytes, i)
    if (seen?.has(client)) throw malformed('names a client twice')
    seen?.add(client)
    lowest = client
    struct.client = client
    part.structs = structs
    readStructs(reader, part)
  }
  readDeletions(reader, visitor)
  if (reader.left > 0) throw malformed('has bytes after its end')
}

/** The first clients of an update that was read so far. */
function clientsAtBegin(bytes: Uint8Array, count: number): Set<number> {
  const reader = new ByteReader(bytes)
  const clients = new Set<number>()
  const part = { struct: new ScannedStruct(), structs: 0, visitor: null }
  reader.uint()
  for (let i = 0; i < count; i += 1) {
    part.structs = reader.uint()
    clients.add(reader.uint())
    readStructs(reader, part)
  }
  return clients
}

/** The structs of one client. */
interface ClientPart {
  readonly struct: ScannedStruct
  readonly structs: number
  readonly visitor: UpdateVisitor | null
}

function readStructs(reader: ByteReader, { struct, structs, visitor }: ClientPart): void {
  let clock = reader.uint()
  for (let left = structs; left > 0; left -= 1) {
    struct.clock = clock
    readStruct(reader, struct)
    clock += struct.length
    if (clock > MAX_CLOCK) throw malformed('a clock is too large')
    if (struct.content !== CONTENT.skip) visitor?.struct(struct)
  }
}

function readStruct(reader: ByteReader, struct: ScannedStruct): void {
  const info = reader.byte()
  struct.content = info & 31
  // One part of Yjs would take it for a gap and another one for content.
  if (struct.content === CONTENT.skip && info !== CONTENT.skip) throw malformed('a gap says it has neighbours')
  struct.hasOrigin = false
  struct.hasRightOrigin = false
  struct.hasParent = false
  struct.rootKey = null
  struct.key = null
  if (struct.content !== CONTENT.gc && struct.content !== CONTENT.skip) readNeighbours(reader, struct, info)
  struct.contentAt = reader.pos
  struct.length = contentLength(reader, struct.content)
  struct.contentBytes = reader.pos - struct.contentAt
  if (struct.length < 1) throw malformed('a part is empty')
}

function readNeighbours(reader: ByteReader, struct: ScannedStruct, info: number): void {
  if (info & 128) {
    struct.hasOrigin = true
    struct.originClient = reader.uint()
    struct.originClock = reader.uint()
  }
  if (info & 64) {
    struct.hasRightOrigin = true
    struct.rightClient = reader.uint()
    struct.rightClock = reader.uint()
  }
  if (info & 192) return
  if (reader.uint() === 1) {
    struct.rootKey = reader.string()
  } else {
    struct.hasParent = true
    struct.parentClient = reader.uint()
    struct.parentClock = reader.uint()
  }
  if (info & 32) struct.key = reader.string()
}

/** Skip the content and return how many clock ticks it covers. */
function contentLength(reader: ByteReader, content: number): number {
  switch (content) {
    case CONTENT.gc:
    case CONTENT.deleted:
    case CONTENT.skip:
      return reader.uint()
    case CONTENT.json: {
      const count = reader.count(1)
      for (let left = count; left > 0; left -= 1) reader.skipJson()
      return count
    }
    case 3: // binary
      reader.skipBlock()
      return 1
    case 4: // string
      return reader.skipString()
    case 5: // embed
      reader.skipJson()
      return 1
    case 6: // format
      reader.skipString()
      reader.skipJson()
      return 1
    case 7: {
      const type = reader.uint()
      if (type > 6) throw malformed('a type is unknown')
      if (type === 3 || type === 5) reader.skipString()
      return 1
    }
    case CONTENT.any: {
      const count = reader.count(1)
      for (let left = count; left > 0; left -= 1) reader.skipAny()
      return count
    }
    default:
      throw malformed('a part has an unknown content')
  }
}

function readDeletions(reader: ByteReader, visitor: UpdateVisitor): void {
  for (let clients = reader.count(2); clients > 0; clients -= 1) {
    const client = reader.uint()
    for (let ranges = reader.count(2); ranges > 0; ranges -= 1) {
      const clock = reader.uint()
      const length = reader.uint()
      if (clock + length > MAX_CLOCK) throw malformed('a clock is too large')
      visitor.deletion(client, clock, length)
    }
  }
}

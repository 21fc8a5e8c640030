import * as Y from 'yjs'
import { internalsOf, type Board } from '../Board.ts'
import { SHOWN_BY } from '../hidden/showNotes.ts'
import type { SeatId } from '../ids.ts'
import type { BoardRoot } from '../roots.ts'
import { ClockRanges } from './ClockRanges.ts'

/** What can have authors: entries with texts of people. */
export const AUTHORED_ROOTS = ['items', 'recommendations', 'canvases'] as const satisfies readonly BoardRoot[]

/** One root whose entries can be asked for their authors. */
export type AuthoredRoot = (typeof AUTHORED_ROOTS)[number]

/** Who wrote what of one entry, by Yjs client id; whoever owns the claims knows which seat that is. */
export interface EntryAuthorship {
  readonly root: AuthoredRoot
  /** Clients that have put an entry under this id, the first one first; the last made the one that is there. */
  readonly creators: readonly number[]
  /** Visible characters of all texts of the entry, by the client that wrote them. */
  readonly characters: ReadonlyMap<number, number>
  /** What the entry says about itself, and which client says so: trustworthy only if that is the server. */
  readonly stated: { readonly author: SeatId | null; readonly by: number | null; readonly createdAt: number | null }
  /** Which client says that the entry was written hidden and then shown; null when none does. */
  readonly shownBy: number | null
  /** Whether an update has made this entry. */
  isMadeBy(update: Uint8Array): boolean
  /** Whether an update has changed this entry: written in it, or deleted something of it. */
  isChangedBy(update: Uint8Array): boolean
}

/**
 * Read who wrote an entry from the ids of its structs, visible and deleted ones. Null when the board has no such entry.
 *
 * Client ids are the only thing in a document that nobody can forge where each is claimed by one seat.
 */
export function readAuthorship(board: Board, id: string): EntryAuthorship | null {
  const { roots } = internalsOf(board)
  for (const root of AUTHORED_ROOTS) {
    const holder = roots[root]._map.get(id)
    const entry = roots[root].get(id)
    if (holder && !holder.deleted && entry instanceof Y.Map) return authorshipOf(root, holder, entry)
  }
  return null
}

function authorshipOf(root: AuthoredRoot, holder: Y.Item, entry: Y.Map<unknown>): EntryAuthorship {
  const holders = withEarlier(holder)
  const made = new ClockRanges()
  for (const item of holders) made.add(item.id, item.length)
  const all = new ClockRanges()
  const characters = new Map<number, number>()
  for (const item of holders) {
    visit(item, (part, isInText) => {
      all.add(part.id, part.length)
      if (!isInText || part.deleted || !(part.content instanceof Y.ContentString)) return
      characters.set(part.id.client, (characters.get(part.id.client) ?? 0) + part.length)
    })
  }
  const author = entry.get('author')
  const createdAt = entry.get('createdAt')
  return {
    root,
    creators: holders.map((item) => item.id.client),
    characters,
    stated: {
      author: typeof author === 'string' ? (author as SeatId) : null,
      by: entry._map.get('author')?.id.client ?? null,
      createdAt: typeof createdAt === 'number' ? createdAt : null,
    },
    shownBy: entry.has(SHOWN_BY) ? (entry._map.get(SHOWN_BY)?.id.client ?? null) : null,
    isMadeBy: (update) => made.areWrittenBy(Y.decodeUpdate(update)),
    isChangedBy: (update) => {
      const decoded = Y.decodeUpdate(update)
      return all.areWrittenBy(decoded) || all.areDeletedBy(decoded)
    },
  }
}

/** A value of a map with the values that stood there before, the first one first. */
function withEarlier(item: Y.Item): readonly Y.Item[] {
  const found: Y.Item[] = []
  for (let one: Y.Item | null = item; one; one = one.left) found.unshift(one)
  return found
}

/** Every struct of an entry, itself first; without recursion, since nobody promises how deep a document is. */
function visit(entry: Y.Item, tell: (item: Y.Item, isInText: boolean) => void): void {
  const open: { readonly item: Y.Item; readonly isInText: boolean }[] = [{ item: entry, isInText: false }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { item, isInText } = next
    tell(item, isInText)
    if (!(item.content instanceof Y.ContentType)) continue
    const type = item.content.type
    const isText = isInText || type instanceof Y.XmlFragment || type instanceof Y.Text
    for (let part = type._start; part; part = part.right) open.push({ item: part, isInText: isText })
    for (const value of type._map.values()) {
      for (const one of withEarlier(value)) open.push({ item: one, isInText: isText })
    }
  }
}

import { AppError, documentName, type Author, type EntryAuthorsResponse } from '@tafelrunde/protocol'
import { readAuthorship, openBoard, type AuthoredRoot, type EntryAuthorship } from '@tafelrunde/schema/transport'
import type { GroupId, SeatId } from '@tafelrunde/schema/plain'
import type { ClaimOwner, JournalRow } from '../journal/Journal.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'

type Parts = Pick<ServerParts, 'documents' | 'runStates' | 'seats' | 'audit' | 'now'>

/** All rows that the journal still has: ten minutes at least, usually far more. */
const SINCE_EVER = 0

/** Rows that are looked through for one answer, some hundred milliseconds of work; hours of most boards. */
const MOST_ROWS = 20_000

const KINDS: Readonly<Record<AuthoredRoot, EntryAuthorsResponse['kind']>> = {
  canvases: 'canvas',
  items: 'item',
  recommendations: 'recommendation',
}

/**
 * Who made an entry of a board, whose words are in it now, and who changed it last.
 *
 * Everything but the time that an entry states is read from claims and journal, which no client can forge.
 *
 * @throws AppError `group.unknown` | `request.notFound`
 */
export async function readEntryAuthors(
  parts: Parts,
  moderator: Seat,
  { groupId, entryId }: { readonly groupId: GroupId; readonly entryId: string },
): Promise<EntryAuthorsResponse> {
  const { workshopId } = moderator
  const run = await parts.runStates.load(workshopId)
  if (!run.groups.some(({ id }) => id === groupId)) throw new AppError('group.unknown', 'no such group')
  const name = documentName('group', groupId)
  const read = await parts.documents.readOwned(name, (ydoc, ownerOf) => {
    const authorship = readAuthorship(openBoard(ydoc), entryId)
    return authorship && { authorship, owners: ownersOf(authorship, ownerOf) }
  })
  if (!read) throw new AppError('request.notFound', 'the board has no such entry')
  const { authorship, owners } = read
  const rows = (await parts.documents.history(name, SINCE_EVER))?.rows.slice(-MOST_ROWS) ?? []
  const authors = new Authors(parts, moderator)
  const made = rows.find(({ bytes }) => authorship.isMadeBy(bytes))
  const changed = rows.findLast(({ bytes }) => authorship.isChangedBy(bytes))
  const total = owners.words.reduce((sum, { characters }) => sum + characters, 0)
  const answer: EntryAuthorsResponse = {
    entryId,
    kind: KINDS[authorship.root],
    created: {
      by: await authors.of(owners.creator),
      isFromTray: owners.isFromTray,
      wasHidden: owners.wasHidden,
      at: made?.at ?? authorship.stated.createdAt,
      isTimeCertain: made !== undefined,
    },
    writers: await Promise.all(
      owners.words.map(async ({ owner, characters }) => ({
        by: await authors.of(owner),
        characters,
        share: characters / total,
      })),
    ),
    changed: changed ? { by: await authors.of(authorOfRow(changed)), at: changed.at } : null,
  }
  const details = { groupId, entryId }
  await parts.audit.append({ workshopId, seatId: moderator.id, at: parts.now(), event: 'entry.authorsAsked', details })
  return answer
}

function authorOfRow({ seatId }: JournalRow): ClaimOwner {
  return seatId ?? 'server'
}

/** Turn client ids into owners while the document is at hand. */
function ownersOf(
  { creators, characters, stated, shownBy }: EntryAuthorship,
  ownerOf: (clientId: number) => ClaimOwner | null,
) {
  const makers = creators.map(ownerOf)
  // What the server has put back after somebody removed it was still made by them.
  const person = makers.findLast((owner) => owner !== 'server')
  const isStatedByServer = person === undefined && stated.by !== null && ownerOf(stated.by) === 'server'
  const creator = person === undefined ? (isStatedByServer ? (stated.author ?? 'server') : 'server') : person
  const wasHidden = person === undefined && shownBy !== null && ownerOf(shownBy) === 'server'
  const words = new Map<ClaimOwner | null, number>()
  for (const [clientId, count] of characters) {
    const owner = ownerOf(clientId)
    const writer = owner === 'server' && wasHidden ? creator : owner
    words.set(writer, (words.get(writer) ?? 0) + count)
  }
  return {
    creator,
    isFromTray: isStatedByServer && stated.author !== null && !wasHidden,
    wasHidden,
    words: Array.from(words, ([owner, count]) => ({ owner, characters: count })).toSorted(
      (a, b) => b.characters - a.characters,
    ),
  }
}

/** Owners as people, each looked up once. */
class Authors {
  readonly #parts: Pick<Parts, 'seats'>
  readonly #moderator: Seat
  readonly #known = new Map<ClaimOwner | null, Promise<Author>>()

  constructor(parts: Pick<Parts, 'seats'>, moderator: Seat) {
    this.#parts = parts
    this.#moderator = moderator
  }

  of(owner: ClaimOwner | null): Promise<Author> {
    const known = this.#known.get(owner) ?? this.#look(owner)
    this.#known.set(owner, known)
    return known
  }

  async #look(owner: ClaimOwner | null): Promise<Author> {
    const nobody = { seatId: null, name: '', organisation: '', role: null, joinedAt: null, isGone: false }
    if (owner === 'server') return { ...nobody, kind: 'server' }
    const seat = owner === null ? null : await this.#parts.seats.byId(owner as SeatId)
    if (!seat || seat.workshopId !== this.#moderator.workshopId) return { ...nobody, kind: 'unknown' }
    const { id, name, organisation, role, joinedAt, revokedAt } = seat
    return { kind: 'seat', seatId: id, name, organisation, role, joinedAt, isGone: revokedAt !== null }
  }
}

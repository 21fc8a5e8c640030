import { createHash } from 'node:crypto'
import { AppError, documentName, isModerating, type PutTrayRequest, type TrayEntry } from '@tafelrunde/protocol'
import {
  FREE_FIELD,
  TEMPLATES,
  normaliseText,
  type BoardSnapshot,
  type GroupId,
  type ItemId,
  type ItemPlace,
  type SeatId,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import { addItem, readBoard } from '@tafelrunde/schema'
import { openBoard } from '@tafelrunde/schema/transport'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { TrayEntryId, TrayRecord } from './TrayStore.ts'

/** Bounds what one seat can leave in the database; nobody has that many refused notes. */
const ENTRIES_PER_SEAT = 500

type Parts = Pick<ServerParts, 'tray' | 'runStates' | 'documents' | 'audit' | 'news' | 'now'>

/** The tray of a workshop, or of one seat in it. */
export async function listTray(
  parts: Pick<Parts, 'tray'>,
  workshopId: WorkshopId,
  seatId?: SeatId,
): Promise<readonly TrayEntry[]> {
  return (await parts.tray.list(workshopId, seatId)).map(trayEntryOf)
}

/** Keep a refused text of this seat; sending it again changes nothing. @throws AppError `group.unknown` | `item.tooMany` */
export async function putIntoTray(parts: Parts, seat: Seat, request: PutTrayRequest): Promise<TrayEntry> {
  const { workshopId } = seat
  const run = await parts.runStates.load(workshopId)
  if (!run.groups.some(({ id }) => id === request.groupId)) throw new AppError('group.unknown', 'no such group')
  const own = await parts.tray.list(workshopId, seat.id)
  const isKnown = own.some(({ id }) => id === request.id)
  if (own.length >= ENTRIES_PER_SEAT && !isKnown)
    throw new AppError('item.tooMany', 'the seat has too many entries in its tray')
  const entry: TrayRecord = {
    id: request.id as TrayEntryId,
    workshopId,
    seatId: seat.id,
    groupId: request.groupId as GroupId,
    itemId: request.itemId,
    fieldId: request.fieldId,
    text: normaliseText(request.text),
    reason: request.reason,
    at: parts.now(),
    state: 'waiting',
  }
  if (await parts.tray.put(entry)) parts.news.tell(workshopId, 'tray')
  return trayEntryOf(await entryOf(parts, seat, entry.id))
}

/**
 * Say what became of an entry: its author for own ones, moderators for all. `putOnBoard` (moderators) writes it as a
 * note into its field, or into the free area if the field is not there.
 *
 * @throws AppError `tray.unknown` | `seat.notAllowed`
 */
export async function decideTray(
  parts: Parts,
  seat: Seat,
  decision: { readonly id: string; readonly state: 'taken' | 'discarded'; readonly putOnBoard?: boolean | undefined },
): Promise<TrayEntry> {
  const entry = await entryOf(parts, seat, decision.id as TrayEntryId)
  const isPutting = decision.putOnBoard === true && decision.state === 'taken'
  if (isPutting && !isModerating(seat.role))
    throw new AppError('seat.notAllowed', 'only moderators put entries on boards')
  // First on the board, under the entry's id: whatever fails afterwards, the text is somewhere, and never there twice.
  if (isPutting && entry.state === 'waiting') await putOnBoard(parts, entry)
  if (await parts.tray.decide(entry.id, decision.state)) {
    const { workshopId } = seat
    const details = { entryId: entry.id, state: decision.state, isPutOnBoard: isPutting }
    await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'tray.decided', details })
    parts.news.tell(workshopId, 'tray')
  }
  return trayEntryOf(await entryOf(parts, seat, entry.id))
}

async function putOnBoard(parts: Parts, entry: TrayRecord): Promise<void> {
  await parts.documents.edit(documentName('group', entry.groupId), (ydoc) => {
    const board = openBoard(ydoc)
    const place = placeOf(readBoard(board), entry.fieldId)
    addItem(board, { id: itemIdOf(entry), place, text: entry.text, author: entry.seatId })
  })
}

/** The same at every attempt. */
function itemIdOf({ id }: TrayRecord): ItemId {
  return `T${createHash('sha256').update(id).digest('base64url').slice(0, 21)}` as ItemId
}

function placeOf(board: BoardSnapshot, fieldId: string | null): ItemPlace {
  const canvas = board.canvases.find(
    ({ state, templateId }) =>
      state === 'active' && TEMPLATES[templateId]?.fields.some(({ id, type }) => id === fieldId && type === 'items'),
  )
  return canvas && fieldId !== null
    ? { canvasId: canvas.id, fieldId }
    : { canvasId: null, fieldId: FREE_FIELD, position: { x: 0, y: 0 } }
}

async function entryOf(parts: Parts, seat: Seat, id: TrayEntryId): Promise<TrayRecord> {
  const entry = await parts.tray.byId(id)
  const isMine = entry?.seatId === seat.id
  const isSeen = entry?.workshopId === seat.workshopId && (isMine || isModerating(seat.role))
  if (!entry || !isSeen) throw new AppError('tray.unknown', 'there is no such entry for this seat')
  return entry
}

function trayEntryOf({ id, seatId, groupId, itemId, fieldId, text, reason, at, state }: TrayRecord): TrayEntry {
  return { id, seatId, groupId, itemId, fieldId, text, reason, at, state }
}

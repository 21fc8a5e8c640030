import { setTimeout as wait } from 'node:timers/promises'
import { AppError, documentName, type UndoneBoard, type UndoSeatResponse } from '@tafelrunde/protocol'
import { newId, type GroupId, type SeatId } from '@tafelrunde/schema/plain'
import { takeBackEdits, TakeBackRefused, type TakenCounts } from '@tafelrunde/schema/transport'
import type { JournalHistory, JournalRow } from '../journal/Journal.ts'
import type { Seat } from '../seams.ts'
import { assertMayTouch } from '../seats/changeSeat.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { AuditEntry } from '../workshops/AuditLog.ts'

type Parts = Pick<ServerParts, 'documents' | 'runStates' | 'seats' | 'audit' | 'log' | 'now'>

/** Somebody's edit can reach the disk a moment before the board; then the history is ahead of it, and the board catches up. */
const ATTEMPTS = 5
const CATCH_UP_MS = 20

/** How long before its audit entry the row of an undo was written at most, on a disk that hangs. */
const ROW_AGE_MS = 60_000

/** What is taken back on one board: which of its recent rows. */
interface BoardUndo {
  readonly groupId: GroupId
  readonly since: number
  readonly isTakenBack: (row: JournalRow) => boolean
}

interface Undone extends TakenCounts {
  /** The row that it became. */
  readonly seq: number
  /** The last row that was looked at. */
  readonly through: number
}

/**
 * Takes back what one seat wrote in the last minutes, and takes such an undo back once (rules M3 to M7).
 *
 * One at a time per workshop: what was taken back is remembered in the audit log, and nothing is taken back twice.
 */
export class SeatUndos {
  readonly #parts: Parts
  readonly #underWay = new Map<string, Promise<unknown>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @throws AppError `request.notFound` | `seat.notAllowed` | `group.unknown` | `undo.refused` (one board) */
  undoSeat(
    moderator: Seat,
    wish: { readonly seatId: SeatId; readonly groupId?: GroupId | undefined; readonly minutes: number },
  ): Promise<UndoSeatResponse> {
    return this.#alone(moderator, () => this.#undoSeat(moderator, wish))
  }

  /** @throws AppError `undo.unknown` | `undo.tooLate` | `undo.refused` (if it was one board) */
  revert(moderator: Seat, undoId: string): Promise<UndoSeatResponse> {
    return this.#alone(moderator, () => this.#revert(moderator, undoId))
  }

  async #undoSeat(
    moderator: Seat,
    { seatId, groupId, minutes }: { seatId: SeatId; groupId?: GroupId | undefined; minutes: number },
  ): Promise<UndoSeatResponse> {
    const { workshopId } = moderator
    const stored = await this.#parts.seats.byId(seatId)
    // A seat that was revoked has left its edits behind.
    if (stored?.workshopId !== workshopId) throw new AppError('request.notFound', 'the workshop has no such seat')
    assertMayTouch(moderator, stored)
    const run = await this.#parts.runStates.load(workshopId)
    const groups = run.groups.filter(({ id }) => groupId === undefined || id === groupId)
    if (groups.length === 0) throw new AppError('group.unknown', 'no such group')
    const earlier = await this.#parts.audit.list(workshopId)
    const since = this.#parts.now() - minutes * 60_000
    const undoId = newId<string>()
    return this.#onBoards(
      groups.map(({ id }) => {
        const lastUndone = lastUndoneSeq(earlier, { seatId, groupId: id })
        const isTakenBack = (row: JournalRow): boolean =>
          row.seatId === seatId && row.at >= since && row.seq > lastUndone
        return { groupId: id, since, isTakenBack }
      }),
      { moderator, undoId, event: 'seat.undone', details: { seatId, minutes } },
    )
  }

  async #revert(moderator: Seat, undoId: string): Promise<UndoSeatResponse> {
    const entries = await this.#parts.audit.list(moderator.workshopId)
    const isOf = ({ details }: AuditEntry): boolean => details['undoId'] === undoId
    const undone = entries.filter((entry) => entry.event === 'seat.undone' && isOf(entry))
    if (undone.length === 0) throw new AppError('undo.unknown', 'nothing was taken back under this id')
    if (entries.some((entry) => entry.event === 'undo.reverted' && isOf(entry))) {
      throw new AppError('undo.tooLate', 'this undo was taken back before')
    }
    const boards = undone.map(({ at, details }) => ({
      groupId: String(details['groupId']) as GroupId,
      since: at - ROW_AGE_MS,
      isTakenBack: ({ seq }: JournalRow): boolean => seq === details['seq'],
    }))
    for (const { groupId, since, isTakenBack } of boards) {
      const history = await this.#parts.documents.history(documentName('group', groupId), since)
      if (!history?.rows.some(isTakenBack)) throw new AppError('undo.tooLate', 'the journal no longer knows that edit')
    }
    const seatId = String(undone[0]?.details['seatId'])
    const answer = await this.#onBoards(boards, { moderator, undoId, event: 'undo.reverted', details: { seatId } })
    return { ...answer, undoId: null }
  }

  async #onBoards(
    boards: readonly BoardUndo[],
    act: {
      readonly moderator: Seat
      readonly undoId: string
      readonly event: 'seat.undone' | 'undo.reverted'
      readonly details: AuditEntry['details']
    },
  ): Promise<UndoSeatResponse> {
    const done: UndoneBoard[] = []
    const refused: GroupId[] = []
    for (const board of boards) {
      const undone = await this.#takeBack(board).catch((cause: unknown) => {
        if (!mustStay(cause)) throw cause
        if (boards.length > 1) refused.push(board.groupId)
        else throw cause instanceof TakeBackRefused ? new AppError('undo.refused', cause.message, { cause }) : cause
        return null
      })
      if (!undone) continue
      const { seq, through, removed, restored, changed } = undone
      const { groupId } = board
      const { workshopId, id: seatId } = act.moderator
      const details = { ...act.details, undoId: act.undoId, groupId, seq, through, removed, restored, changed }
      await this.#parts.audit.append({ workshopId, seatId, at: this.#parts.now(), event: act.event, details })
      this.#parts.log.info('undo.done', { workshopId, groupId, act: act.event, removed, restored, changed })
      done.push({ groupId, removed, restored, changed })
    }
    return { undoId: done.length > 0 ? act.undoId : null, boards: done, refused }
  }

  /** Null when there was nothing to take back. @throws TakeBackRefused */
  async #takeBack({ groupId, since, isTakenBack }: BoardUndo): Promise<Undone | null> {
    const name = documentName('group', groupId)
    const history = await this.#parts.documents.history(name, since)
    if (!history?.rows.some(isTakenBack)) return null
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { result, seq } = await this.#parts.documents.editRow(name, (ydoc) =>
          takeBackEdits(ydoc, editsOf(history, isTakenBack)),
        )
        return seq === null ? null : { ...result, seq, through: history.rows.at(-1)?.seq ?? 0 }
      } catch (cause) {
        if (!(cause instanceof TakeBackRefused) || attempt === ATTEMPTS) throw cause
      }
      // With the same history: where people go on writing, a newer one would be ahead again.
      await wait(attempt * CATCH_UP_MS)
    }
  }

  #alone<T>({ workshopId }: Seat, work: () => Promise<T>): Promise<T> {
    const done = (this.#underWay.get(workshopId) ?? Promise.resolve()).then(work)
    const settled = done.then(
      () => undefined,
      () => undefined,
    )
    this.#underWay.set(workshopId, settled)
    void settled.then(() => this.#underWay.get(workshopId) === settled && this.#underWay.delete(workshopId))
    return done
  }
}

/** Whether one board stays as it is, which is no reason to leave the others so: a board that is lost or damaged, too. */
function mustStay(cause: unknown): boolean {
  if (cause instanceof TakeBackRefused) return true
  return cause instanceof AppError && (cause.code === 'document.damaged' || cause.code === 'document.unavailable')
}

/** The last row that an earlier undo of the seat has looked at: what it wrote until then is settled. */
function lastUndoneSeq(entries: readonly AuditEntry[], of: { seatId: SeatId; groupId: GroupId }): number {
  const seqs = entries
    .filter(({ event }) => event === 'seat.undone')
    .filter(({ details }) => details['seatId'] === of.seatId && details['groupId'] === of.groupId)
    .map(({ details }) => Number(details['through']))
  return Math.max(0, ...seqs)
}

function editsOf({ before, rows }: JournalHistory, isTakenBack: (row: JournalRow) => boolean) {
  return {
    before: [...(before.checkpoint ? [before.checkpoint] : []), ...before.rows],
    edits: rows.map((row) => ({ bytes: row.bytes, isTakenBack: isTakenBack(row) })),
  }
}

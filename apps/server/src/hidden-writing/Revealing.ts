import { AppError, documentName, refuseWrite } from '@tafelrunde/protocol'
import {
  LIMITS,
  newId,
  stepRootsOf,
  type GroupId,
  type ItemId,
  type RunState,
  type SeatId,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import { actsOf, emptyShownNotes, openBoard, showNotes } from '@tafelrunde/schema/transport'
import { readBoard } from '@tafelrunde/schema'
import { groupOf } from '../run-state/groupOf.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { HiddenNotes, SeatNotes } from './HiddenNotes.ts'
import type { PrivateDocumentStore } from './PrivateDocumentStore.ts'
import { idOnBoard, shownNotesOf, type WrittenNote } from './shownNotesOf.ts'

/** As before a freeze: how long clients may take to send what was typed in time. */
const GRACE_MS = 3_000

type Parts = Pick<ServerParts, 'documents' | 'runStates' | 'audit' | 'log' | 'now' | 'news'> & {
  readonly privateDocuments: PrivateDocumentStore
  readonly hiddenNotes: HiddenNotes
}

/** What a reveal has done. */
export interface Revealed {
  readonly notes: number
  readonly run: RunState
}

/**
 * Brings hidden notes onto their boards, and deletes them with the workshop's end (rules HW of SPEC.md).
 *
 * Each step can be repeated: on the board first, under the notes' own ids; then in the run state; only then out of the
 * private documents. Whatever stops it in between, the next reveal completes it. One at a time per workshop.
 */
export class Revealing {
  readonly #parts: Parts
  readonly #underWay = new Map<WorkshopId, Promise<unknown>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @throws AppError `group.unknown` | `reveal.nothing` | `workshop.closed` */
  reveal(moderator: Seat, wish: { readonly groupId: GroupId | null; readonly hasAuthors: boolean }): Promise<Revealed> {
    return this.#reveal(moderator, wish)
  }

  /** Show what the seat itself wrote for a board. @throws AppError `reveal.nothing` | what keeps it from writing there */
  revealOwn(seat: Seat, groupId: GroupId): Promise<number> {
    return this.#revealOwn(seat, groupId)
  }

  /** Delete every private document of a workshop that is closed, for good. Nothing happens while it is open. */
  deleteAll(workshopId: WorkshopId): Promise<void> {
    return this.#alone(workshopId, async () => {
      const run = await this.#parts.runStates.load(workshopId)
      const seatIds = await this.#parts.privateDocuments.seatsOf(workshopId)
      if (run.closedAt === null || seatIds.length === 0) return
      const names = seatIds.map((id) => documentName('private', id))
      await this.#parts.documents.forget(names, 'workshop.closed')
      this.#parts.hiddenNotes.forget(seatIds)
      this.#parts.news.tell(workshopId, 'hidden')
      this.#parts.log.info('notes.deleted', { workshopId, documents: names.length })
    })
  }

  /** Complete what a stop of the server has interrupted. */
  async deleteOfClosed(): Promise<void> {
    for (const workshopId of await this.#parts.privateDocuments.workshops()) {
      try {
        await this.deleteAll(workshopId)
      } catch (cause) {
        // One workshop that cannot be read must not keep what others have promised to delete.
        this.#parts.log.error('notes.notDeleted', { workshopId }, cause)
      }
    }
  }

  async #reveal(
    moderator: Seat,
    { groupId, hasAuthors }: { readonly groupId: GroupId | null; readonly hasAuthors: boolean },
  ): Promise<Revealed> {
    const { workshopId } = moderator
    const before = await this.#parts.runStates.load(workshopId)
    assertOpen(before)
    if (groupId !== null) groupOf(before, groupId)
    const seatIds = await this.#parts.privateDocuments.seatsOf(workshopId)
    const isWanted = (id: GroupId): boolean => groupId === null || id === groupId
    return this.#flushed(workshopId, seatIds, async () => {
      // Somebody may have closed or frozen meanwhile.
      const run = await this.#parts.runStates.load(workshopId)
      assertOpen(run)
      const all = await this.#parts.hiddenNotes.read(workshopId)
      const act = { id: newId<string>(), at: this.#parts.now(), hasAuthors }
      const wanted = pick(all, isWanted)
      if (wanted.length === 0) throw new AppError('reveal.nothing', 'nobody has written anything hidden')
      const written = wanted.filter((note) => !isStill(run, note.groupId))
      if (written.length === 0) throw new AppError('board.frozen', 'no board takes the notes now')
      const acts = await this.#show(written, act)
      const changed = await this.#parts.runStates.change(workshopId, (current) => {
        // What an earlier attempt has told already is not told again.
        const told = new Set(current.reveals.map(({ id }) => id))
        const notes = Array.from(acts.values()).filter((actId) => !told.has(actId)).length
        if (notes === 0) return current
        return { ...current, reveals: [...current.reveals, { id: act.id, groupId, at: act.at, notes, hasAuthors }] }
      })
      await this.#empty(written, { shown: acts, at: act.at })
      const details = { groupId, notes: acts.size, hasAuthors }
      await this.#parts.audit.append({ workshopId, seatId: moderator.id, at: act.at, event: 'notes.revealed', details })
      this.#parts.log.info('notes.revealed', { workshopId, notes: acts.size })
      return { notes: acts.size, run: changed }
    })
  }

  /** Nobody is told in the log or the audit log: it would say whose the notes are. */
  async #revealOwn(seat: Seat, groupId: GroupId): Promise<number> {
    const own = async (): Promise<readonly BoardNotes[]> =>
      pick(await this.#parts.hiddenNotes.read(seat.workshopId, seat.id), (id) => id === groupId)
    const mayShow = async (): Promise<RunState> => {
      const now = await this.#parts.runStates.load(seat.workshopId)
      assertOpen(now)
      assertMayShow(now, seat, groupId)
      return now
    }
    await mayShow()
    // Nobody is asked to flush, and nobody waits, for a seat that has nothing to show.
    if ((await own()).length === 0) throw new AppError('reveal.nothing', 'the seat has written nothing hidden here')
    return this.#flushed(seat.workshopId, [seat.id], async () => {
      const run = await mayShow()
      const all = await own()
      // As the moderators have shown the others' notes.
      const last = run.reveals.findLast((reveal) => reveal.groupId === null || reveal.groupId === groupId)
      const act = { id: newId<string>(), at: this.#parts.now(), hasAuthors: last?.hasAuthors ?? true }
      const acts = await this.#show(all, act)
      if (acts.size === 0) throw new AppError('reveal.nothing', 'the seat has written nothing hidden for this board')
      await this.#empty(all, { shown: acts, at: act.at })
      return acts.size
    })
  }

  /** Put notes onto their boards, one edit for each; returns what is there now, with the act that has put it there. */
  async #show(
    written: readonly BoardNotes[],
    act: { readonly id: string; readonly at: number; readonly hasAuthors: boolean },
  ): Promise<ReadonlyMap<ItemId, string>> {
    const acts = new Map<ItemId, string>()
    for (const [groupId, notes] of Map.groupBy(written, (note) => note.groupId)) {
      const shown = shownNotesOf(notes, act)
      const there = await this.#parts.documents.edit(documentName('group', groupId), (ydoc) => {
        const board = openBoard(ydoc)
        // What a full board does not take stays hidden and is not lost.
        const room = Math.max(0, LIMITS.itemsPerBoard - readBoard(board).items.length)
        const known = actsOf(
          board,
          shown.map(({ id }) => id),
        )
        const missing = shown.filter(({ id }) => !known.has(id)).slice(0, room)
        showNotes(board, missing, act.id)
        return actsOf(
          board,
          shown.map(({ id }) => id),
        )
      })
      // A note that somebody else has put there under the same id is another one.
      for (const [id, actId] of there) if (actId !== null) acts.set(id, actId)
    }
    return acts
  }

  async #empty(
    written: readonly BoardNotes[],
    { shown, at }: { readonly shown: ReadonlyMap<ItemId, unknown>; readonly at: number },
  ): Promise<void> {
    const gone = written.filter(({ note }) => shown.has(idOnBoard(note)))
    const bySeat = Map.groupBy(gone, ({ seatId }) => seatId)
    await Promise.all(
      Array.from(bySeat, ([seatId, notes]) =>
        this.#parts.documents.edit(documentName('private', seatId), (ydoc) =>
          emptyShownNotes(
            openBoard(ydoc),
            notes.map(({ note: { id, plainText } }) => ({ id, plainText })),
            at,
          ),
        ),
      ),
    )
  }

  /** Ask for what was typed in time, and let everybody write on afterwards. */
  async #flushed<T>(workshopId: WorkshopId, seatIds: readonly SeatId[], work: () => Promise<T>): Promise<T> {
    const names = seatIds.map((id) => documentName('private', id))
    try {
      // Before the turn comes: a device that does not answer holds up its own reveal and no other.
      await this.#parts.documents.announceAndFlush(names, 'step.closed', GRACE_MS)
      return await this.#alone(workshopId, work)
    } finally {
      this.#parts.documents.takeBackAnnouncement(names)
    }
  }

  #alone<T>(workshopId: WorkshopId, work: () => Promise<T>): Promise<T> {
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

interface BoardNotes extends WrittenNote {
  readonly groupId: GroupId
}

function pick(all: readonly SeatNotes[], isConcerned: (groupId: GroupId) => boolean): readonly BoardNotes[] {
  return all.flatMap(({ seat, notes }) =>
    notes.filter(({ groupId }) => isConcerned(groupId)).map((note) => ({ ...note, seatId: seat.id })),
  )
}

/** Freeze and lock bind everybody; the notes stay hidden until the board takes them. */
function isStill({ frozen, groups }: RunState, groupId: GroupId): boolean {
  return (
    frozen.all || frozen.groupIds.includes(groupId) || groups.some(({ id, isLocked }) => id === groupId && isLocked)
  )
}

function assertOpen(run: RunState): void {
  if (run.closedAt !== null) throw new AppError('workshop.closed', 'the workshop is closed')
}

/** A note is written on the board by it, so the same is asked as for any other. */
function assertMayShow(run: RunState, seat: Seat, groupId: GroupId): void {
  const group = groupOf(run, groupId)
  const refusal = refuseWrite({
    role: seat.role,
    root: 'items',
    isMember: group.kind === 'common' || seat.groupId === groupId,
    stepRoots: stepRootsOf(run, group),
    isFrozen: run.frozen.all || run.frozen.groupIds.includes(groupId),
    lock: group.isLocked ? 'board' : 'none',
    isMuted: seat.isMuted,
  })
  if (refusal) throw new AppError(refusal, 'the seat may not write notes on this board now')
}

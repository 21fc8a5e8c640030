import { AppError, boardOfNote, documentName, isModerating, isWriting, parseDocumentName } from '@tafelrunde/protocol'
import { readHiddenNotes } from '@tafelrunde/schema'
import { LIMITS, type GroupId, type HiddenNote, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { openBoard } from '@tafelrunde/schema/transport'
import type { HiddenCounts } from '@tafelrunde/protocol'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { PrivateDocumentStore } from './PrivateDocumentStore.ts'

type Parts = Pick<ServerParts, 'documents' | 'runStates' | 'seats' | 'news'> & {
  readonly privateDocuments: PrivateDocumentStore
}

/** The notes of one seat that nobody else has seen, each with the board that it is for. */
export interface SeatNotes {
  readonly seat: Seat
  readonly notes: readonly { readonly note: HiddenNote; readonly groupId: GroupId }[]
}

/**
 * Reads private documents for showing and for counting; nothing else of the server does.
 *
 * Counts keep in mind how many notes each document has for which board, so that a keystroke reads one document.
 */
export class HiddenNotes {
  readonly #parts: Parts
  readonly #counted = new Map<SeatId, readonly GroupId[]>()
  #changes = 0
  readonly #unsubscribe: () => void

  constructor(parts: Parts) {
    this.#parts = parts
    this.#unsubscribe = parts.documents.onChanged((name) => {
      const document = parseDocumentName(name)
      if (document?.kind === 'private') void this.#changed(document.id as SeatId)
    })
  }

  /** The notes of one seat, or of every seat that is still there and writes. */
  async read(workshopId: WorkshopId, seatId?: SeatId): Promise<readonly SeatNotes[]> {
    const run = await this.#parts.runStates.load(workshopId)
    const seats = (await this.#writers(workshopId)).filter(({ id }) => seatId === undefined || id === seatId)
    return Promise.all(
      seats.map(async (seat) => ({
        seat,
        notes: (await this.#notesOf(seat.id)).flatMap((note) => {
          const groupId = boardOfNote(run, seat, note)
          return groupId === null ? [] : [{ note, groupId }]
        }),
      })),
    )
  }

  /**
   * Seats whose private document may hold something to show. A seat that was revoked shows nothing any more, one that is
   * muted nothing as long as it is: showing would be a way around.
   */
  async #writers(workshopId: WorkshopId): Promise<readonly Seat[]> {
    const written = new Set(await this.#parts.privateDocuments.seatsOf(workshopId))
    const seats = await this.#parts.seats.list(workshopId)
    const mayShow = ({ role, isMuted }: Seat): boolean => isModerating(role) || (isWriting(role) && !isMuted)
    return seats.filter((seat) => written.has(seat.id) && mayShow(seat))
  }

  async count(workshopId: WorkshopId): Promise<HiddenCounts> {
    const run = await this.#parts.runStates.load(workshopId)
    const boards = new Map<GroupId, { notes: number; writers: Set<SeatId> }>()
    for (const seat of await this.#writers(workshopId)) {
      for (const named of await this.#boardsOf(seat.id)) {
        const groupId = boardOfNote(run, seat, { groupId: named })
        if (groupId === null) continue
        const board = boards.get(groupId) ?? { notes: 0, writers: new Set() }
        board.notes += 1
        board.writers.add(seat.id)
        boards.set(groupId, board)
      }
    }
    const all = Array.from(boards.values())
    return {
      notes: all.reduce((sum, { notes }) => sum + notes, 0),
      writers: new Set(all.flatMap(({ writers }) => Array.from(writers))).size,
      boards: Array.from(boards, ([groupId, { notes, writers }]) => ({ groupId, notes, writers: writers.size })),
    }
  }

  /** Every private document of the workshop is deleted. */
  forget(seatIds: readonly SeatId[]): void {
    for (const seatId of seatIds) this.#counted.delete(seatId)
  }

  close(): void {
    this.#unsubscribe()
  }

  async #boardsOf(seatId: SeatId): Promise<readonly GroupId[]> {
    const known = this.#counted.get(seatId)
    if (known) return known
    const before = this.#changes
    const counted = (await this.#notesOf(seatId)).map(({ groupId }) => groupId)
    if (this.#changes === before) this.#counted.set(seatId, counted)
    return counted
  }

  /** A document that cannot be read keeps nobody else's notes from being shown. */
  async #notesOf(seatId: SeatId): Promise<readonly HiddenNote[]> {
    try {
      const notes = await this.#parts.documents.read(documentName('private', seatId), (ydoc) =>
        readHiddenNotes(openBoard(ydoc)),
      )
      const fitting = notes.filter(({ plainText }) => plainText.length <= LIMITS.itemCharactersHard)
      return fitting.slice(0, LIMITS.hiddenNotesPerSeat)
    } catch (cause) {
      if (cause instanceof AppError) return []
      throw cause
    }
  }

  async #changed(seatId: SeatId): Promise<void> {
    this.#changes += 1
    this.#counted.delete(seatId)
    const seat = await this.#parts.seats.byId(seatId)
    if (seat) this.#parts.news.tell(seat.workshopId, 'hidden')
  }
}

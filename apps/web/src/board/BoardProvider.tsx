import {
  LimitExceeded,
  readBoard,
  type Applied,
  type Board,
  type Group,
  type ItemId,
  type RunState,
  type SeatId,
} from '@tafelrunde/schema'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { StoredSeat } from '../api/seats.ts'
import { useText } from '../i18n/useText.ts'
import type { BoardSession } from '../sync/BoardSession.ts'
import type { Presence, PresentSeat } from '../sync/presence.ts'
import { useSource } from '../sync/Source.ts'
import { announce } from '../ui/announce.ts'
import { showToast } from '../ui/Toast.tsx'
import type { Carry } from './Carry.ts'
import { DeskContext, type Desk, type DeskDialog } from './Desk.ts'
import { Drafts } from './Drafts.ts'
import { NOBODY, type NoteMark, type Others, type Person } from './Others.ts'
import { rightsOf } from './rights.ts'
import { Selection } from './Selection.ts'
import { Store } from './Store.ts'

export interface BoardProviderProps {
  readonly session: BoardSession
  readonly run: RunState
  readonly group: Group
  readonly seat: StoredSeat
  readonly serverNow: () => number
  /** Nothing can be written, and the others see no pointer. */
  readonly isLookingOn: boolean
  readonly onDialog: (dialog: DeskDialog | null) => void
  readonly children: ReactNode
}

/** Makes the desk: the one place where operations are run, remembered for undo, and refused with a sentence. */
export function BoardProvider({
  session,
  run,
  group,
  seat,
  serverNow,
  isLookingOn,
  onDialog,
  children,
}: BoardProviderProps) {
  const t = useText().board
  const board = useSource(session.boards)
  const state = useSource(session.state)
  const [selection] = useState(() => new Selection())
  const [carry] = useState(() => new Store<Carry | null>(null))
  const [others] = useState(() => new Store<Others>(NOBODY))
  const [drafts] = useState(() => new Drafts())
  const [submissions] = useState((): Desk['submissions'] => new Store(new Map()))

  useEffect(() => {
    const read = () => others.set(othersOf(session.presence.others.get(), { self: seat.seatId, guest: t.guest }))
    read()
    return session.presence.others.subscribe(read)
  }, [session, others, seat.seatId, t])

  useEffect(() => {
    const tell = () => {
      const { chosen, editing } = selection.get()
      session.presence.update({ selection: chosen.size > 0 && !isLookingOn ? [...chosen] : null, editing })
    }
    session.presence.update({ isLookingOn: isLookingOn || null, place: null })
    return selection.subscribe(tell)
  }, [session, selection, isLookingOn])

  const { isReadOnly, readOnlyReason, refusal } = state
  const isMuted = readOnlyReason === 'muted'
  const isBlocked = isReadOnly && ['loading', 'ending', 'reloading', 'refused'].includes(readOnlyReason ?? '')
  const desk = useMemo((): Desk => {
    const write = <T,>(operation: (board: Board) => Applied<T> | null): Applied<T> | null => {
      try {
        return operation(board)
      } catch (error) {
        if (!(error instanceof LimitExceeded)) throw error
        const size = { limit: error.limit, actual: error.actual }
        const text =
          error.code === 'item.tooLong'
            ? t.limitTooLong(size)
            : error.code === 'item.tooMany'
              ? t.limitTooMany(size)
              : t.limitOther(size)
        showToast({ text, kind: 'problem' })
        return null
      }
    }
    const step = (kind: 'undo' | 'redo') => {
      if (isLookingOn) return
      const done = session.undo[kind](board)
      if (!done) announce(t.undoNothing)
      else if ('skipped' in done) showToast({ text: t.undoSkipped })
      else announce(kind === 'undo' ? t.undone({ what: done.label }) : t.redone({ what: done.label }))
    }
    return {
      board,
      group,
      run,
      seat: { id: seat.seatId as SeatId, name: seat.name, organisation: seat.organisation, role: seat.role },
      rights: rightsOf({
        run,
        group,
        role: seat.role,
        ownGroupId: run.groups.find((candidate) => candidate.id === seat.groupId)?.id ?? null,
        isMuted,
        refusal: isBlocked ? (refusal ?? 'document.unavailable') : isLookingOn ? 'seat.observing' : null,
      }),
      boardLanguage: run.workshop.language,
      selection,
      carry,
      others,
      drafts,
      submissions,
      carets: { presence: session.presence, nameOf: (seat) => shownName(seat, t.guest) },
      snapshot: () => readBoard(board),
      serverNow,
      edit(label, operation) {
        const applied = write(operation)
        if (!applied) return null
        session.undo.push(label, applied.inverse)
        return applied.result
      },
      write: (operation) => write(operation)?.result ?? null,
      remember: (label, inverse) => session.undo.push(label, inverse),
      undo: () => step('undo'),
      redo: () => step('redo'),
      say: (text) => announce(text),
      keepText: (text) => session.keepText(text),
      showPlace: (place) => session.presence.update({ place: isLookingOn ? null : place }),
      showDragging: (dragging) => session.presence.update({ dragging }),
      openDialog: onDialog,
    }
  }, [
    board,
    group,
    run,
    seat,
    isMuted,
    isBlocked,
    refusal,
    isLookingOn,
    selection,
    carry,
    others,
    drafts,
    submissions,
    session,
    serverNow,
    onDialog,
    t,
  ])

  const { rights } = desk
  useEffect(() => {
    // What ends for a moment opens again with the rows as they were.
    if (isBlocked) return
    for (const { text, ...origin } of drafts.takeClosed(rights)) session.keepText(text, origin)
  }, [rights, isBlocked, drafts, session])

  useEffect(() => {
    const keep = () => {
      for (const { text, ...origin } of drafts.takeAll()) session.keepText(text, origin)
    }
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [drafts, session])

  return <DeskContext value={desk}>{children}</DeskContext>
}

function shownName({ name, organisation }: PresentSeat, guest: string): string {
  return name || organisation || guest
}

/** Everybody else, one entry per seat: of several tabs the one that shows a place. */
function othersOf(presences: readonly Presence[], { self, guest }: { self: string; guest: string }): Others {
  const people = new Map<string, Person>()
  const marks = new Map<ItemId, NoteMark>()
  for (const { seat, place, dragging, selection, editing } of presences) {
    if (seat.id === self) continue
    const { id, organisation, colour } = seat
    const name = shownName(seat, guest)
    const before = people.get(id)
    people.set(id, {
      id,
      name,
      organisation,
      colour,
      place: place ?? before?.place ?? null,
      dragging: dragging ?? before?.dragging ?? null,
    })
    for (const itemId of selection ?? [])
      if (!marks.get(itemId)?.isEditing) marks.set(itemId, { name, colour, isEditing: false })
    if (editing) marks.set(editing, { name, colour, isEditing: true })
  }
  return { people: [...people.values()], marks }
}

import { isModerating } from '@tafelrunde/protocol'
import { stepOf, type Group, type RunState } from '@tafelrunde/schema'
import { ChevronDown, Ellipsis, Keyboard, LayoutDashboard, Leaf, Plus, Redo2, Trash2, Undo2 } from 'lucide-react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { useDesk } from '../../board/Desk.ts'
import { useMedia } from '../../board/useMedia.ts'
import { ConnectionLamp } from '../../features/connection/ConnectionLamp.tsx'
import { PersonMenu } from '../../features/people/PersonMenu.tsx'
import { StepTimer } from '../../features/run-state/StepTimer.tsx'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import type { Session } from '../../sync/openSession.ts'
import { useSource } from '../../sync/Source.ts'
import { AppBar } from '../../ui/AppBar.tsx'
import { AvatarStack } from '../../ui/Avatar.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { navigate } from '../../ui/navigation.ts'

export interface BoardBarProps {
  readonly session: Session
  readonly board: BoardSession
  readonly isCalm: boolean
  readonly onCalm: () => void
}

/** The bar of a board: where one is, how long still, who is here, and whether everything is saved. */
export function BoardBar({ session, board, isCalm, onCalm }: BoardBarProps) {
  const t = useText()
  const desk = useDesk()
  const { run, group, rights } = desk
  const isRoomy = useMedia('(min-width: 1500px)')
  const people = useSource(board.presence.people)
  const others = people.filter((person) => person.id !== session.seat.seatId)
  const shown = others.map((person) => ({ ...person, name: person.name || person.organisation || t.board.guest }))
  return (
    <AppBar
      title={run.workshop.title}
      start={<BoardSwitcher run={run} group={group} seat={session.seat} />}
      center={<StepTimer run={run} groupId={group.id} now={desk.serverNow} />}
      end={
        <>
          {shown.length > 0 && <AvatarStack label={t.board.people} people={shown} max={isRoomy ? 5 : 3} />}
          <div className="board-undo">
            <IconButton
              label={t.board.undo}
              shortcut={t.board.undoKeys}
              icon={<Icon of={Undo2} />}
              onClick={desk.undo}
            />
            <IconButton
              label={t.board.redo}
              shortcut={t.board.redoKeys}
              icon={<Icon of={Redo2} />}
              onClick={desk.redo}
            />
          </div>
          <ConnectionLamp session={board} checkUrl={placeUrl(session.seat, 'check')} />
          <Menu
            label={t.board.moreCommands}
            trigger={<IconButton label={t.board.moreCommands} icon={<Icon of={Ellipsis} />} />}
          >
            {rights.closed.canvases === null && (
              <MenuItem icon={<Icon of={Plus} />} onAction={() => desk.openDialog({ kind: 'new-canvas' })}>
                {t.board.newCanvas}
              </MenuItem>
            )}
            <MenuItem icon={<Icon of={Trash2} />} onAction={() => desk.openDialog({ kind: 'bin' })}>
              {t.board.bin}
            </MenuItem>
            <MenuItem icon={<Icon of={Keyboard} />} shortcut="?" onAction={() => desk.openDialog({ kind: 'keys' })}>
              {t.board.keys}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Icon of={Leaf} />} onAction={onCalm}>
              {isCalm ? t.board.calmOff : t.board.calmOn}
            </MenuItem>
          </Menu>
          <PersonMenu seat={session.seat} organisations={run.workshop.organisations} />
        </>
      }
    />
  )
}

function BoardSwitcher({ run, group, seat }: { run: RunState; group: Group; seat: StoredSeat }) {
  const t = useText().board
  const boards = run.groups.filter((candidate) => mayVisit(run, candidate, seat))
  const nameOf = (one: Group) => (one.kind === 'common' ? one.name || t.commonBoard : one.name || one.topic)
  const label = (
    <>
      <Chip letter={group.letter} colour={group.colour} />
      <span className="board-name">{nameOf(group)}</span>
    </>
  )
  if (boards.length < 2) return <span className="board-switcher">{label}</span>
  return (
    <Menu
      label={t.boards}
      placement="bottom start"
      trigger={
        <button type="button" className="board-switcher">
          <span className="visually-hidden">{t.boards}: </span>
          {label}
          <Icon of={ChevronDown} size={16} />
        </button>
      }
    >
      {boards.map((one) => (
        <MenuItem
          key={one.id}
          icon={<Chip letter={one.letter} colour={one.colour} size="s" />}
          textValue={nameOf(one)}
          onAction={() => navigate(placeUrl(seat, { board: one.id }))}
        >
          {nameOf(one)}
        </MenuItem>
      ))}
      {isModerating(seat.role) && (
        <MenuItem icon={<Icon of={LayoutDashboard} />} onAction={() => navigate(placeUrl(seat, 'cockpit'))}>
          {t.toCockpit}
        </MenuItem>
      )}
    </Menu>
  )
}

function mayVisit(run: RunState, group: Group, seat: StoredSeat): boolean {
  if (isModerating(seat.role) || group.kind === 'common' || group.id === seat.groupId) return true
  return stepOf(run, group.id)?.visibility === 'all' || seat.role === 'observer'
}

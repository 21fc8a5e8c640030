import type { CheckRecord, SeatingMode, SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { ListPlus, Shuffle } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { arrangeSeats, fillOf } from './arrangeSeats.ts'
import { ListDialog } from './ListDialog.tsx'
import { LobbyList } from './LobbyList.tsx'
import { MixDialog } from './MixDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { PersonRow, type PersonAct } from './PersonRow.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { seatCalls, type Access } from './seatCalls.ts'
import { SeatingPanel } from './SeatingPanel.tsx'
import { SwapDialog } from './SwapDialog.tsx'
import { useSeatName } from './useSeatName.ts'
import './PeopleDialog.css'

/** Runs a call, shows what went wrong or that it is done, and says whether it worked. */
export type Attempt = (call: () => Promise<unknown>, done?: string) => Promise<boolean>

export interface PeopleDialogProps {
  onClose: () => void
  access: Access
  seats: readonly SeatRecord[]
  checks: readonly CheckRecord[]
  groups: readonly Group[]
  organisations: readonly string[]
  mode: SeatingMode
  hasLobby: boolean
  onLobby: (isOn: boolean) => void
  /** The moderator's own seat, which cannot be revoked here. */
  ownSeatId: string
  attempt: Attempt
  onUndo: (seat: { readonly seatId: string; readonly name: string }) => void
}

type Opened =
  | { readonly kind: 'mix' | 'list' }
  | { readonly kind: Exclude<PersonAct, 'mute' | 'undo'>; readonly seat: SeatRecord }
  | null

/** Everybody with a seat, by group: let in, move, swap, mute, rename, revoke; and how people get their groups. */
export function PeopleDialog(props: PeopleDialogProps) {
  const { onClose, access, seats, checks, groups, organisations, ownSeatId, attempt, onUndo } = props
  const t = useText()
  const words = t.groups.people
  const nameOf = useSeatName()
  const calls = useMemo(() => seatCalls(access), [access])
  const [search, setSearch] = useState('')
  const [editedId, setEditedId] = useState<string | null>(null)
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const inside = seats.filter(({ isWaiting }) => !isWaiting)
  const sections = arrangeSeats({ seats: inside, groups, search })
  const act = (seat: SeatRecord, what: PersonAct): void => {
    const name = nameOf(seat)
    if (what === 'undo') return onUndo({ seatId: seat.id, name })
    if (what !== 'mute') return setOpened({ kind: what, seat })
    const done = seat.isMuted ? words.unmuteDone({ name }) : words.muteDone({ name })
    void attempt(() => calls.edit(seat.id, { isMuted: !seat.isMuted }), done)
  }
  return (
    <>
      <Dialog title={words.title} isOpen onClose={onClose} size="l">
        <LobbyList
          seats={seats.filter(({ isWaiting }) => isWaiting)}
          groups={groups}
          onAdmit={(ids) => void attempt(() => calls.admit(ids), t.groups.lobby.admitted)}
          onReject={(seatId) => void attempt(() => calls.revoke(seatId), t.groups.lobby.rejected)}
        />
        <SeatingPanel
          mode={props.mode}
          hasLobby={props.hasLobby}
          onLobby={props.onLobby}
          onMode={(mode) => void attempt(() => calls.editSeating({ mode }), t.groups.mode.saved)}
        >
          <Button icon={<Icon of={ListPlus} size={16} />} onClick={() => setOpened({ kind: 'list' })}>
            {t.groups.list.action}
          </Button>
          <Button icon={<Icon of={Shuffle} size={16} />} onClick={() => setOpened({ kind: 'mix' })}>
            {t.groups.mix.action}
          </Button>
        </SeatingPanel>
        {inside.length > 6 && (
          <TextField
            label={t.cockpit.seats.search}
            isLabelHidden
            type="search"
            placeholder={t.cockpit.seats.searchHint}
            value={search}
            onChange={setSearch}
          />
        )}
        {sections.length === 0 && <p>{inside.length === 0 ? t.cockpit.seats.none : t.cockpit.seats.noMatch}</p>}
        {sections.map((section) => (
          <section
            key={section.key}
            className="people-section"
            aria-label={section.group?.name ?? t.cockpit.seats.noGroup}
          >
            <h3>
              {section.group && <Chip letter={section.group.letter} colour={section.group.colour} />}
              {section.group?.name ?? t.cockpit.seats.noGroup}
              <span className="soft tabular">
                {words.placesOf(fillOf(section.seats, section.group?.maxSeats ?? null))}
              </span>
            </h3>
            <ul>
              {section.seats.map((seat) => (
                <PersonRow
                  key={seat.id}
                  seat={seat}
                  check={checks.find(({ seatId }) => seatId === seat.id)}
                  groups={groups}
                  organisations={organisations}
                  isOwn={seat.id === ownSeatId}
                  isEdited={editedId === seat.id}
                  onEdited={(isEdited) => setEditedId(isEdited ? seat.id : null)}
                  onAct={(what) => act(seat, what)}
                  onSave={(change) => void attempt(() => calls.edit(seat.id, change), t.cockpit.seats.saved)}
                />
              ))}
            </ul>
          </section>
        ))}
      </Dialog>
      {opened?.kind === 'move' && (
        <MoveDialog seat={opened.seat} seats={inside} groups={groups} calls={calls} attempt={attempt} onClose={close} />
      )}
      {opened?.kind === 'swap' && (
        <SwapDialog seat={opened.seat} seats={inside} groups={groups} calls={calls} attempt={attempt} onClose={close} />
      )}
      {opened?.kind === 'revoke' && (
        <RevokeDialog
          name={nameOf(opened.seat)}
          onClose={close}
          onRevoke={() => {
            void attempt(() => calls.revoke(opened.seat.id), t.cockpit.seats.revoked)
            setEditedId(null)
            close()
          }}
        />
      )}
      {opened?.kind === 'mix' && (
        <MixDialog seats={inside} groups={groups} calls={calls} attempt={attempt} onClose={close} />
      )}
      {opened?.kind === 'list' && (
        <ListDialog
          seats={seats}
          groups={groups}
          organisations={organisations}
          mode={props.mode}
          calls={calls}
          attempt={attempt}
          onClose={close}
        />
      )}
    </>
  )
}

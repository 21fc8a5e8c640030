import type { SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { useId, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fillOf } from './arrangeSeats.ts'
import type { Attempt } from './PeopleDialog.tsx'
import type { SeatCalls } from './seatCalls.ts'
import { useSeatName } from './useSeatName.ts'

export interface MoveDialogProps {
  seat: SeatRecord
  seats: readonly SeatRecord[]
  groups: readonly Group[]
  calls: SeatCalls
  attempt: Attempt
  onClose: () => void
}

/** Moves one person; the page follows at once. */
export function MoveDialog({ seat, seats, groups, calls, attempt, onClose }: MoveDialogProps) {
  const t = useText()
  const words = t.groups.people
  const radios = useId()
  const name = useSeatName()(seat)
  const [groupId, setGroupId] = useState<string | null>(null)
  const choices = groups.filter(({ kind, id }) => kind === 'group' && id !== seat.groupId)
  const move = async (): Promise<void> => {
    const group = choices.find(({ id }) => id === groupId)
    if (!group) return
    const done = words.moved({ name, group: `${group.letter} ${group.name}` })
    if (await attempt(() => calls.assign([{ seatId: seat.id, groupId: group.id }]), done)) onClose()
  }
  return (
    <Dialog
      title={words.moveTitle({ name })}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" aria-disabled={groupId === null} onClick={() => void move()}>
            {words.move}
          </Button>
        </>
      }
    >
      <fieldset className="move-choices">
        <legend className="visually-hidden">{words.moveTitle({ name })}</legend>
        {choices.map((group) => {
          const members = seats.filter((other) => other.groupId === group.id)
          return (
            <label key={group.id} className="move-choice">
              <input type="radio" name={radios} checked={groupId === group.id} onChange={() => setGroupId(group.id)} />
              <Chip letter={group.letter} colour={group.colour} />
              <span>{group.name}</span>
              <span className="soft tabular">{words.placesOf(fillOf(members, group.maxSeats))}</span>
            </label>
          )
        })}
      </fieldset>
    </Dialog>
  )
}

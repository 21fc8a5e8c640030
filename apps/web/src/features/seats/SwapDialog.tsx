import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { belongsToGroups } from './arrangeSeats.ts'
import type { MoveDialogProps } from './MoveDialog.tsx'
import { useSeatName } from './useSeatName.ts'

/** Two people change places in one step; neither group is too full in between. */
export function SwapDialog({ seat, seats, groups, calls, attempt, onClose }: MoveDialogProps) {
  const t = useText()
  const words = t.groups.people
  const nameOf = useSeatName()
  const [otherId, setOtherId] = useState('')
  const name = nameOf(seat)
  const letterOf = new Map<string | null, string>(groups.map(({ id, letter }) => [id, letter]))
  const others = seats
    .filter((other) => belongsToGroups(other) && other.groupId !== seat.groupId && letterOf.has(other.groupId))
    .map((other) => ({ seat: other, letter: letterOf.get(other.groupId) ?? '', name: nameOf(other) }))
    .toSorted((a, b) => a.letter.localeCompare(b.letter) || a.name.localeCompare(b.name))
  const swap = async (): Promise<void> => {
    const other = others.find((one) => one.seat.id === otherId)?.seat
    if (!other) return
    const moves = [
      { seatId: seat.id, groupId: other.groupId },
      { seatId: other.id, groupId: seat.groupId },
    ]
    if (await attempt(() => calls.assign(moves), words.swapDone)) onClose()
  }
  return (
    <Dialog
      title={words.swapTitle({ name })}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" aria-disabled={otherId === ''} onClick={() => void swap()}>
            {words.swapButton}
          </Button>
        </>
      }
    >
      {others.length === 0 ? (
        <p>{words.swapNobody}</p>
      ) : (
        <Select
          label={words.swapWith}
          value={otherId}
          onChange={setOtherId}
          options={[
            { value: '', label: '–' },
            ...others.map((other) => ({
              value: other.seat.id,
              label: [`${other.letter} · ${other.name}`, other.seat.name ? other.seat.organisation : '']
                .filter(Boolean)
                .join(', '),
            })),
          ]}
        />
      )}
    </Dialog>
  )
}

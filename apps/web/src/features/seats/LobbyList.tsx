import type { SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { DoorOpen } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useSeatName } from './useSeatName.ts'

export interface LobbyListProps {
  /** Seats that wait. */
  seats: readonly SeatRecord[]
  groups: readonly Group[]
  onAdmit: (seatIds?: readonly string[]) => void
  onReject: (seatId: string) => void
}

/** Who waits in the lobby, first come first; nothing while nobody does. */
export function LobbyList({ seats, groups, onAdmit, onReject }: LobbyListProps) {
  const t = useText()
  const words = t.groups.lobby
  const nameOf = useSeatName()
  if (seats.length === 0) return null
  return (
    <section className="people-lobby" aria-labelledby="people-lobby">
      <header>
        <h3 id="people-lobby">
          <Icon of={DoorOpen} size={18} />
          {words.title({ count: seats.length })}
        </h3>
        <Button size="s" variant="primary" onClick={() => onAdmit()}>
          {words.admitAll}
        </Button>
      </header>
      <ul>
        {seats.map((seat) => {
          const name = nameOf(seat)
          const group = groups.find(({ id }) => id === seat.groupId)
          const details = [
            seat.name ? seat.organisation : '',
            group ? `${group.letter} ${group.name}` : '',
            seat.role === 'participant' ? '' : t.cockpit.roles[seat.role],
          ]
          return (
            <li key={seat.id} className="people-row">
              <Avatar name={seat.name} organisation={seat.organisation} />
              <div className="people-name">
                <p>{name}</p>
                <p className="small soft">{details.filter(Boolean).join(' · ')}</p>
              </div>
              <Button size="s" aria-label={words.rejectOne({ name })} onClick={() => onReject(seat.id)}>
                {words.reject}
              </Button>
              <Button
                size="s"
                variant="primary"
                aria-label={words.admitOne({ name })}
                onClick={() => onAdmit([seat.id])}
              >
                {words.admit}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

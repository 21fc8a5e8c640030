import type { SeatRecord } from '@tafelrunde/protocol'
import { useText } from '../../i18n/useText.ts'

/** How a seat is called in lists: its name, else its organisation, with how many people share it. */
export function useSeatName(): (seat: Pick<SeatRecord, 'name' | 'organisation' | 'people'>) => string {
  const t = useText()
  return ({ name, organisation, people }) => {
    const shown = name || organisation || t.cockpit.seats.guest
    return people > 1 ? t.groups.people.count({ name: shown, people }) : shown
  }
}

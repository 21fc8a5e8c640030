import { groupByList, type AssignmentEntry, type SeatRecord } from '@tafelrunde/protocol'
import { belongsToGroups } from './arrangeSeats.ts'

/** What a list would do with the people who have a seat already. */
export interface ListEffect {
  /** Lines that lead to different groups name them. */
  readonly ambiguous: readonly SeatRecord[]
  /** The list gives them another group than the one they have. */
  readonly elsewhere: readonly SeatRecord[]
}

/** Look at everybody with the same eyes as the server. Pure. */
export function listEffect(entries: readonly AssignmentEntry[], seats: readonly SeatRecord[]): ListEffect {
  const matched = seats.filter(belongsToGroups).map((seat) => ({ seat, match: groupByList(entries, seat) }))
  return {
    ambiguous: matched.flatMap(({ seat, match }) => (match.kind === 'ambiguous' ? [seat] : [])),
    elsewhere: matched.flatMap(({ seat, match }) =>
      match.kind === 'group' && seat.groupId !== null && seat.groupId !== match.groupId ? [seat] : [],
    ),
  }
}

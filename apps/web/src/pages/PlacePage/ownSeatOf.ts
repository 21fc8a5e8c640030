import type { OwnSeatResponse } from '@tafelrunde/protocol'
import type { StreamEvent } from '../../api/openEventStream.ts'
import { record, text, textOrNull } from '../../api/shape.ts'

/** What the stream of the own seat adds up to. */
export type OwnPlace = Pick<OwnSeatResponse, 'seat' | 'commonGroupId'>

/** The newest state of the own seat; other events change nothing. */
export function ownSeatOf(before: OwnPlace | null, event: Pick<StreamEvent, 'type' | 'data'>): OwnPlace | null {
  if (event.type !== 'state') return before
  const answer = record(event.data)
  const seat = record(answer['seat'])
  text(seat['id'])
  text(seat['role'])
  return { seat: seat as OwnPlace['seat'], commonGroupId: textOrNull(answer['commonGroupId']) }
}

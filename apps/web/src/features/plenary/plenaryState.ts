import { OffersResponse, PlenaryState, type Offer } from '@tafelrunde/protocol'
import { applyPlenaryPatch, type PlenaryPatch, type PlenaryView, type RunState } from '@tafelrunde/schema/plain'
import type { StreamEvent } from '../../api/openEventStream.ts'
import { noteFirstSeen, type FirstSeen } from './freshEntries.ts'
import { clockOffset } from '../../api/clockOffset.ts'

/** What the plenary pages know; `view` is null while the plenary is closed for this seat. */
export interface Plenary {
  readonly view: PlenaryView | null
  readonly run: RunState
  readonly firstSeen: FirstSeen
  /** Near-duplicates, for moderators; absent until they were told. */
  readonly offers?: readonly Offer[]
  /** Server time minus device time, ms. */
  readonly clockOffsetMs: number
}

/** Fold a message of the stream into what is known. Messages of a newer server that are unknown here change nothing. */
export function applyPlenaryEvent(
  plenary: Plenary | null,
  event: Pick<StreamEvent, 'type' | 'data'>,
  receivedAt: number,
): Plenary | null {
  if (event.type === 'state') {
    const state = PlenaryState.parse(event.data)
    const view = state.view as unknown as PlenaryView | null
    const run = state.run as unknown as RunState
    return {
      view,
      run,
      firstSeen: seenIn(view, plenary?.view ? plenary.firstSeen : null, receivedAt),
      ...(plenary?.offers && { offers: plenary.offers }),
      clockOffsetMs: state.serverTime - receivedAt,
    }
  }
  if (!plenary) return null
  switch (event.type) {
    case 'patch': {
      if (!plenary.view) return plenary
      const { patch } = event.data as { patch: PlenaryPatch }
      const view = applyPlenaryPatch(plenary.view, patch)
      return { ...plenary, view, firstSeen: seenIn(view, plenary.firstSeen, receivedAt) }
    }
    case 'run': {
      const { run, serverTime } = event.data as { run: RunState; serverTime: number }
      if (run.version < plenary.run.version) return plenary
      return { ...plenary, run, clockOffsetMs: clockOffset(plenary.clockOffsetMs, serverTime - receivedAt) }
    }
    case 'offers':
      return { ...plenary, offers: OffersResponse.parse(event.data).offers }
    case 'closed':
      return { ...plenary, view: null }
    default:
      return plenary
  }
}

function seenIn(view: PlenaryView | null, before: FirstSeen | null, at: number): FirstSeen {
  if (!view) return before ?? new Map()
  const keys = [...view.entries, ...view.recommendations].map((entry) => entry.key)
  return noteFirstSeen(before, keys, at)
}

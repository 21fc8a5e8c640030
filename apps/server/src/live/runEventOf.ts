import type { RunState } from '@tafelrunde/schema/plain'
import type { FeedEvent } from './FeedEvent.ts'

const events = new WeakMap<RunState, FeedEvent>()

/**
 * The event that tells a run state in the moment in which it has changed, with the server's time of that moment: the same
 * object for everybody who is told, so that a run sheet of forty kilobytes is written out once for a hall.
 */
export function runEventOf(run: RunState, now: () => number): FeedEvent {
  const known = events.get(run)
  if (known) return known
  const event = { event: 'run', data: { run, serverTime: now() } }
  events.set(run, event)
  return event
}

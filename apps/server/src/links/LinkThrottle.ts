import { Throttle } from '../live/Throttle.ts'
import type { LinkId } from './LinkStore.ts'

/** Two large workshops may press Join in the same second; a script that takes seats is slowed to three per second. */
const LIMITS = { burst: 150, perSecond: 3 }

/** Bounds how fast seats are taken, or checks reported, through one link, whoever does it. */
export class LinkThrottle extends Throttle<LinkId> {
  constructor(now: () => number) {
    super(now, LIMITS)
  }
}

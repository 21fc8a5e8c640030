import type { ShownPage } from '@tafelrunde/protocol'
import type { Stage } from '@tafelrunde/schema/plain'

/** A screen says twice a minute that it is there; one that has been silent for longer is closed or has no network. */
const silentMs = 75_000

/** Where the room is: counted from 0; `pages` null while no screen has said how many there are. */
export interface PagePlace {
  readonly page: number
  readonly pages: number | null
}

/** What the screen says it shows, as long as it can be believed; `now` is server time. */
export function screenThere(screen: ShownPage | null, now: number): ShownPage | null {
  return screen && now - screen.at <= silentMs ? screen : null
}

/**
 * The page to turn from. `wanted` was asked for a moment ago and the screen has not answered yet: somebody who presses
 * twice wants two pages. A frozen screen does not follow, so that what was directed counts until it does.
 */
export function pagePlace(
  { page, frozenAt }: Pick<Stage, 'page' | 'frozenAt'>,
  screen: ShownPage | null,
  wanted: number | null,
): PagePlace {
  const told = frozenAt === null ? (screen?.page ?? page) : (page ?? screen?.page)
  return { page: wanted ?? told ?? 0, pages: screen?.pages ?? null }
}

/** The page after turning, or null at either end. */
export function turnedPage({ page, pages }: PagePlace, by: 1 | -1): number | null {
  const next = page + by
  if (next < 0 || next > 999) return null
  return pages !== null && next >= pages ? null : next
}

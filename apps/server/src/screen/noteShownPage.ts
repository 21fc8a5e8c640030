import { AppError, isModerating, type ShownPageRequest } from '@tafelrunde/protocol'
import { normaliseLine } from '@tafelrunde/schema/plain'
import type { Throttle } from '../live/Throttle.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'

type Parts = Pick<ServerParts, 'shownPages' | 'news' | 'now'> & { readonly screenThrottle: Throttle<string> }

/**
 * Note which page a screen shows; remote controls see it at once. Screens of one group say nothing: what everybody
 * looks at is the one of the whole workshop.
 *
 * @throws AppError `seat.notAllowed` | `request.tooMany`
 */
export function noteShownPage(parts: Parts, seat: Seat, { title, page, pages }: ShownPageRequest): void {
  if (!isScreenOfAll(seat)) throw new AppError('seat.notAllowed', 'only screens say what they show')
  parts.screenThrottle.take(seat.id)
  parts.shownPages.note(seat.workshopId, { title: normaliseLine(title), page, pages, at: parts.now() })
  parts.news.tell(seat.workshopId, 'screen')
}

/** Whether the seat may stand in front of everybody: a screen of the whole workshop, or a moderator's second window. */
function isScreenOfAll({ role, groupId }: Pick<Seat, 'role' | 'groupId'>): boolean {
  return isModerating(role) || (role === 'screen' && groupId === null)
}

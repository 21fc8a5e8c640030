import type { WorkshopInfo } from '@tafelrunde/schema/plain'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { invitationText } from './invitationText.ts'

type InvitedTo = Pick<WorkshopInfo, 'title' | 'startsAt' | 'endsAt' | 'timeZone'>

/** Makes the invitation text for a link of this workshop, in the language that the moderator reads. */
export function useInvitation(
  workshop: InvitedTo,
): (url: string, group: { name: string; topic: string } | null) => string {
  const t = useText()
  const locale = useLanguage() === 'de' ? 'de-DE' : 'en-GB'
  const { title, startsAt, endsAt, timeZone } = workshop
  return (url, group) => invitationText({ title, startsAt, endsAt, timeZone, locale, group, url }, t.links.invitation)
}

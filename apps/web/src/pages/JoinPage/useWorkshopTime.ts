import type { InviteResponse } from '@tafelrunde/protocol'
import { formatDay, formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'

/** "3. März, 9:00 bis 13:00 Uhr", in the workshop's time zone; empty if it has no date. */
export function useWorkshopTime({
  startsAt,
  endsAt,
  timeZone,
}: Pick<InviteResponse['workshop'], 'startsAt' | 'endsAt' | 'timeZone'>): string {
  const t = useText()
  const language = useLanguage()
  if (startsAt === null) return ''
  const day = formatDay(startsAt, language, timeZone)
  const start = formatTime(startsAt, language, timeZone)
  return endsAt === null
    ? t.join.fromOpen({ day, start })
    : t.join.from({ day, start, end: formatTime(endsAt, language, timeZone) })
}

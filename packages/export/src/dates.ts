import type { Language } from './labels/attributeLabels.ts'

/** An ISO date (2022-04-15) as people of the language write it; anything else stays as it is. */
export function isoDate(date: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return date
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(time)
}

/** A point in time (epoch milliseconds) with its date and clock time in a time zone; an unknown zone reads as UTC. */
export function dateAndTime(at: number, timeZone: string, language: Language): string {
  return formatterOf(timeZone, language).format(at)
}

/** Beginning and end as one range ("3. März 2022, 09:00–13:00"); null without a beginning. */
export function dateRange(
  workshop: { readonly startsAt: number | null; readonly endsAt: number | null; readonly timeZone: string },
  language: Language,
): string | null {
  if (workshop.startsAt === null) return null
  const formatter = formatterOf(workshop.timeZone, language)
  if (workshop.endsAt === null || workshop.endsAt < workshop.startsAt) return formatter.format(workshop.startsAt)
  return formatter.formatRange(workshop.startsAt, workshop.endsAt)
}

function formatterOf(timeZone: string, language: Language): Intl.DateTimeFormat {
  const style = { dateStyle: 'long', timeStyle: 'short' } as const
  try {
    return new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone })
  } catch {
    return new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone: 'UTC' })
  }
}

function localeOf(language: Language): string {
  return language === 'de' ? 'de-DE' : 'en-GB'
}

import type { Language } from './language.ts'

const locale = (language: Language) => (language === 'de' ? 'de-DE' : 'en-GB')

/** Day and month, with the year if it is not this year's: "3. März", "3 March 2027". */
export function formatDay(at: number, language: Language, timeZone?: string): string {
  const isThisYear = new Date(at).getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
    ...(timeZone && { timeZone }),
  }).format(at)
}

/** Day, month and year: "3. März 2027". */
export function formatDate(at: number, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(timeZone && { timeZone }),
  }).format(at)
}

/** Time of day: "9:30", "14:05". */
export function formatTime(at: number, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    hour: 'numeric',
    minute: '2-digit',
    hour12: false,
    ...(timeZone && { timeZone }),
  }).format(at)
}

/** How long ago, in the largest fitting unit: "gerade eben", "vor 2 Minuten", "3 days ago". */
export function formatAgo(at: number, now: number, language: Language): string {
  const minutes = Math.round((at - now) / 60_000)
  if (minutes === 0) return language === 'de' ? 'gerade eben' : 'just now'
  const relative = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  if (Math.abs(hours) < 24) return relative.format(hours, 'hour')
  return relative.format(Math.round(hours / 24), 'day')
}

/** A figure with at most one decimal: 3, 3,5 or 3.5. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 }).format(value)
}

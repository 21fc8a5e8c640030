/** A day and a time as native inputs hold them: `2022-03-03`, `09:00`. */
export interface LocalTime {
  readonly date: string
  readonly time: string
}

/** What a clock in `timeZone` shows at a point in time. */
export function localTimeOf(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const read = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return { date: `${read('year')}-${read('month')}-${read('day')}`, time: `${read('hour')}:${read('minute')}` }
}

/**
 * The point in time at which a clock in `timeZone` shows this day and time; null if they are not complete.
 * An hour that the clock skips in spring moves to the next one.
 */
export function pointInTime(local: LocalTime, timeZone: string): number | null {
  const wanted = Date.parse(`${local.date}T${local.time}:00Z`)
  if (Number.isNaN(wanted)) return null
  let at = wanted
  for (let round = 0; round < 2; round += 1) {
    const shown = localTimeOf(at, timeZone)
    at += wanted - Date.parse(`${shown.date}T${shown.time}:00Z`)
  }
  return at
}

import { AppError } from '@tafelrunde/protocol'

const DAY_MS = 86_400_000

/** What can be wrong about the times of a request; times are ISO 8601 with offset. */
export interface TimesRequest {
  readonly startsAt?: string | null | undefined
  readonly endsAt?: string | null | undefined
  readonly timeZone?: string | undefined
}

/** @throws AppError `request.malformed` for an unknown time zone, or an end that is not after the start */
export function assertTimes({ startsAt, endsAt, timeZone }: TimesRequest): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new AppError('request.malformed', 'timeZone: is not a time zone of the IANA list, for example Europe/Berlin')
  }
  const [start, end] = [epochOf(startsAt), epochOf(endsAt)]
  if (start !== null && end !== null && end <= start) {
    throw new AppError('request.malformed', 'endsAt: must be after startsAt')
  }
}

/** Epoch milliseconds of an ISO time, null for none. */
export function epochOf(time: string | null | undefined): number | null {
  return time === null || time === undefined ? null : Date.parse(time)
}

/** When the data of a workshop that ends at `endsAt` is to be deleted. */
export function retainedUntilOf(endsAt: number, retentionDays: number): number {
  return endsAt + retentionDays * DAY_MS
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('de', { timeZone: name })
    return true
  } catch {
    return false
  }
}

import type { CheckReport } from '@tafelrunde/protocol'
import { newId } from '@tafelrunde/schema/plain'
import { callApi } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { anything } from '../../api/shape.ts'

const DEVICE_KEY = 'tafelrunde.device'

/** To whom a check is reported: the workshop of a seat, or that of a link. */
export type Recipient = { readonly seat: Pick<StoredSeat, 'token'> } | { readonly invite: string }

/** Tell the workshop what was found. @throws ApiError */
export async function reportCheck(to: Recipient, report: CheckReport): Promise<void> {
  const isSeat = 'seat' in to
  await callApi('POST', '/checks', {
    body: { device: deviceId(), report, ...(isSeat ? {} : { invite: to.invite }) },
    ...(isSeat ? { token: to.seat.token } : {}),
    schema: anything,
  })
}

/** Random, and only there so that checking twice counts once. */
function deviceId(): string {
  const known = localStorage.getItem(DEVICE_KEY)
  if (known && /^[A-Za-z][\w-]{21}$/.test(known)) return known
  const fresh = newId<string>()
  try {
    localStorage.setItem(DEVICE_KEY, fresh)
  } catch {
    // A full storage counts this device twice.
  }
  return fresh
}

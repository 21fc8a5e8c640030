import type { CheckReport } from '@tafelrunde/protocol'
import { callApi } from '../../api/callApi.ts'
import { deviceId } from '../../api/deviceId.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { anything } from '../../api/shape.ts'

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

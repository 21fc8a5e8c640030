import type { PlenaryCommand } from '@tafelrunde/protocol'
import { callApi, type Parser } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'

const anything: Parser<unknown> = { parse: (value) => value }

/** Send a decision of the plenary; everybody sees it by the event stream. @throws ApiError */
export function decidePlenary(
  seat: Pick<StoredSeat, 'workshopId' | 'token'>,
  command: PlenaryCommand,
): Promise<unknown> {
  return callApi('POST', `/workshops/${seat.workshopId}/plenary`, {
    body: command,
    token: seat.token,
    schema: anything,
  })
}

/** Make a submitted recommendation a draft again. @throws ApiError */
export function withdrawSubmission(
  seat: Pick<StoredSeat, 'workshopId' | 'token'>,
  { code, note }: { readonly code: string; readonly note: string },
): Promise<unknown> {
  return callApi('POST', `/workshops/${seat.workshopId}/submissions/${code}/withdraw`, {
    body: { note },
    token: seat.token,
    schema: anything,
  })
}

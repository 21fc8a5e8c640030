import { SignalResponse, type RunCommand, type SignalRequest } from '@tafelrunde/protocol'
import { ApiError, callApi, type Parser } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import type { Messages } from '../../i18n/messages.ts'
import { showToast } from '../../ui/Toast.tsx'

/** Its effect is seen through the run state. */
const anything: Parser<unknown> = { parse: (value) => value }

/** Say for the own group that it is ready or needs help, or take it back. @throws ApiError */
export function signalGroup(seat: StoredSeat, groupId: string, signal: SignalRequest): Promise<unknown> {
  const path = `/workshops/${seat.workshopId}/groups/${groupId}/signals`
  return callApi('POST', path, { body: signal, token: seat.token, schema: SignalResponse })
}

/** A command of somebody who moderates. @throws ApiError */
export function commandRun(seat: StoredSeat, command: RunCommand): Promise<unknown> {
  return callApi('POST', `/workshops/${seat.workshopId}/run`, { body: command, token: seat.token, schema: anything })
}

/** Do it, and say so if the server or the way to it did not let us. */
export async function attempt(t: Messages, change: () => Promise<unknown>): Promise<boolean> {
  try {
    await change()
    return true
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    showToast({ text: t.signals.failed({ problem: errorText(t, error.code) }), kind: 'problem' })
    return false
  }
}

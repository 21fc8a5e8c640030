import type { CheckReport } from '@tafelrunde/protocol'
import { browserName } from './browserName.ts'
import { judge } from './judge.ts'
import { probeDevice } from './probeDevice.ts'
import { probeHttp } from './probeHttp.ts'
import { probeServer } from './probeServer.ts'
import { probeWebSocket } from './probeWebSocket.ts'

/** Try everything out. Takes seconds where something does not answer; never throws. */
export async function runCheck(): Promise<CheckReport> {
  // Alone first: its times are told to a person.
  const server = await probeServer()
  const [websocketMs, streamMs, pollMs, device] = await Promise.all([
    probeWebSocket(),
    probeHttp('stream'),
    probeHttp('poll'),
    probeDevice(),
  ])
  const seen = { ...server, websocketMs, streamMs, pollMs, ...device }
  return {
    findings: judge(seen),
    latencyMs: seen.latencyMs,
    clockOffsetMs: seen.clockOffsetMs,
    viewport: seen.viewport,
    browser: browserName(navigator.userAgent),
  }
}

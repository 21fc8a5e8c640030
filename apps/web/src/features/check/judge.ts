import { CHECK_TOPICS, type CheckReport, type CheckState, type CheckTopic } from '@tafelrunde/protocol'
import type { Observations } from './Observations.ts'

type Findings = CheckReport['findings']

/** Above it typing of others comes in visible jerks. */
const SLOW_MS = 400

/** Timers are told by the server's clock; only a clock that is minutes off can trouble anything else. */
const CLOCK_OFF_MS = 120_000

/** Below it even the form view gets tight. */
const NARROW_PX = 340

/** Say of each thing how it is; what does not work is only as bad as nothing else can do its job. */
export function judge(seen: Observations): Findings {
  const { latencyMs, websocketMs, streamMs, pollMs, clockOffsetMs } = seen
  const hasWebSocket = websocketMs !== null
  const hasHttp = streamMs !== null || pollMs !== null
  const states: Readonly<Record<CheckTopic, CheckState>> = {
    server: latencyMs === null ? 'bad' : latencyMs > SLOW_MS ? 'limited' : 'good',
    websocket: hasWebSocket ? 'good' : hasHttp ? 'limited' : 'bad',
    stream: streamMs !== null ? 'good' : hasWebSocket ? 'unneeded' : pollMs !== null ? 'limited' : 'bad',
    poll: pollMs !== null ? 'good' : hasWebSocket || streamMs !== null ? 'unneeded' : 'bad',
    clock: clockOffsetMs === null ? 'unneeded' : Math.abs(clockOffsetMs) > CLOCK_OFF_MS ? 'limited' : 'good',
    storage: seen.hasStorage ? 'good' : 'limited',
    database: seen.hasDatabase ? 'good' : 'limited',
    browser: seen.isBrowserCurrent ? 'good' : 'bad',
    screen: seen.viewport.width < NARROW_PX ? 'limited' : 'good',
  }
  return CHECK_TOPICS.map((topic) => ({ topic, state: states[topic] }))
}

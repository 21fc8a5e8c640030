import { callApi, type Parser } from '../../api/callApi.ts'
import { number, record } from '../../api/shape.ts'

const QUESTIONS = 5
const ANSWER_MS = 5_000

const serverTime: Parser<number> = { parse: (value) => number(record(value)['serverTime']) }

/** What asking the server a few times shows. */
export interface ServerSeen {
  readonly latencyMs: number | null
  readonly clockOffsetMs: number | null
}

/** Ask the server a few times; the first answer opens the connection and does not count if there are others. */
export async function probeServer(): Promise<ServerSeen> {
  const times: { readonly ms: number; readonly offsetMs: number }[] = []
  for (let question = 0; question < QUESTIONS; question++) {
    const startedAt = performance.now()
    const askedAt = Date.now()
    try {
      const signal = AbortSignal.timeout(ANSWER_MS)
      const at = await callApi('GET', '/instance', { schema: serverTime, signal })
      const ms = performance.now() - startedAt
      times.push({ ms, offsetMs: at - (askedAt + ms / 2) })
    } catch {
      if (times.length === 0) break
    }
  }
  // Not `toSorted`: the check has to come to its end in the browsers that it calls too old.
  const steady = times.slice(times.length > 1 ? 1 : 0).sort((a, b) => a.ms - b.ms)
  const middle = steady[Math.floor(steady.length / 2)]
  return {
    latencyMs: middle ? Math.round(middle.ms) : null,
    clockOffsetMs: middle ? Math.round(middle.offsetMs) : null,
  }
}

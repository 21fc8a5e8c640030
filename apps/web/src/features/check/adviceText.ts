import type { CheckReport } from '@tafelrunde/protocol'
import type { CheckMessages } from '../../i18n/messages.ts'

type Finding = CheckReport['findings'][number]

/** From this width on the canvas is shown; below it the form. */
const WIDE_PX = 700

/** The sentence that tells a person what a finding means for them. */
export function adviceText(t: CheckMessages['check'], report: CheckReport, { topic, state }: Finding): string {
  const { advice } = t
  const ms = report.latencyMs ?? 0
  switch (topic) {
    case 'server':
      return state === 'bad' ? advice.server.bad : advice.server[state === 'limited' ? 'limited' : 'good']({ ms })
    case 'websocket':
      return advice.websocket[state === 'unneeded' ? 'good' : state]
    case 'stream':
      return advice.stream[state]
    case 'poll':
      return advice.poll[state === 'limited' ? 'good' : state]
    case 'clock':
      if (report.clockOffsetMs === null) return advice.clock.unknown
      return state === 'limited' ? advice.clock.limited({ ms: report.clockOffsetMs }) : advice.clock.good
    case 'storage':
    case 'database':
      return advice[topic][state === 'good' ? 'good' : 'limited']
    case 'browser':
      return advice.browser[state === 'bad' ? 'bad' : 'good']
    case 'screen':
      if (state === 'limited') return advice.screen.limited
      return advice.screen[report.viewport.width >= WIDE_PX ? 'wide' : 'narrow']
  }
}

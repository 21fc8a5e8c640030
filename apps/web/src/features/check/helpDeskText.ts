import { verdictOf, type CheckReport } from '@tafelrunde/protocol'
import type { CheckMessages } from '../../i18n/messages.ts'

/** Everything that a help desk asks for, as plain text to paste. */
export function helpDeskText(t: CheckMessages['check'], report: CheckReport, address: string): string {
  const { helpDesk } = t
  return [
    helpDesk.title({ address }),
    t.verdict[verdictOf(report)],
    '',
    ...report.findings.map(({ topic, state }) => `${t.topic[topic]}: ${t.state[state]}`),
    '',
    helpDesk.latency({ ms: report.latencyMs }),
    helpDesk.clock({ ms: report.clockOffsetMs }),
    helpDesk.screen(report.viewport),
    report.browser,
    '',
    helpDesk.needs,
  ].join('\n')
}

import { CHECK_TOPICS, type CheckReport, type CheckState } from '@tafelrunde/protocol'
import { Check, Minus, TriangleAlert, X } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { adviceText } from './adviceText.ts'
import './CheckList.css'

const PICTURES = { good: Check, limited: TriangleAlert, bad: X, unneeded: Minus } as const satisfies Record<
  CheckState,
  unknown
>

/** Each thing that is checked, how it is and what that means; `report` is null while the check runs. */
export function CheckList({ report }: { report: CheckReport | null }) {
  const t = useText().check
  const findings = report?.findings ?? CHECK_TOPICS.map((topic) => ({ topic, state: null }))
  return (
    <ul className="check-list">
      {findings.map((finding) => (
        <li key={finding.topic} data-state={finding.state ?? 'waiting'}>
          <span className="check-mark">{finding.state && <Icon of={PICTURES[finding.state]} size={16} />}</span>
          <div>
            <h2>
              {t.topic[finding.topic]}
              {finding.state && <span className="visually-hidden">: {t.state[finding.state]}</span>}
            </h2>
            <p className="small soft">
              {report && finding.state !== null ? adviceText(t, report, finding) : t.running}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

import type { PlenaryRecommendation } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import './CodeBadge.css'

/** The code of a recommendation that was submitted; a withdrawn one says so. */
export function CodeBadge({ entry }: { entry: Pick<PlenaryRecommendation, 'code' | 'status'> }) {
  const t = useText().plenary
  if (entry.code === null) return null
  return (
    <span className="code-badge tabular" data-status={entry.status}>
      {entry.code}
      {entry.status === 'draft' ? (
        <span className="code-badge-state">{t.withdrawnState}</span>
      ) : (
        <span className="visually-hidden">{t.submittedState}</span>
      )}
    </span>
  )
}

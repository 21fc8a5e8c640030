import { Hourglass } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { RunNoticesProps } from './RunNotices.tsx'
import { boardEndOf } from './boardEndOf.ts'
import { useLastSentences } from './useLastSentences.ts'
import { useSecondsToEnd } from './useSecondsToEnd.ts'
import './SoftEndNotice.css'

/**
 * The time of the step is up: finish the sentence. Counts down for the eyes; spoken once, politely, and the focus stays
 * where somebody is writing.
 */
export function SoftEndNotice({ session, run, group, now }: RunNoticesProps) {
  const t = useText().board
  const end = boardEndOf(run, group)
  const seconds = useSecondsToEnd(end, now)
  useLastSentences(session, end)
  return (
    <output className="soft-end-region">
      {seconds !== null && (
        <p className="soft-end">
          <Icon of={Hourglass} size={16} />
          <span aria-hidden className="tabular">
            {t.softEnd({ seconds })}
          </span>
          <span className="visually-hidden">{t.softEndSpoken}</span>
        </p>
      )}
    </output>
  )
}

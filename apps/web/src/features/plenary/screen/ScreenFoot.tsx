import type { RunState } from '@tafelrunde/schema/plain'
import { formatTime } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useText } from '../../../i18n/useText.ts'
import { Chip } from '../../../ui/Chip.tsx'
import './ScreenFoot.css'

export interface ScreenFootProps {
  run: RunState
  stepTitle: string
  /** Device time, epoch milliseconds; null while there is a connection. */
  offlineSince: number | null
  problem: string | null
}

/** Which letter is which group, which step this is, and whether the picture lives. */
export function ScreenFoot({ run, stepTitle, offlineSince, problem }: ScreenFootProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <footer className="screen-foot">
      <ul className="screen-legend" aria-label={t.screen.groups}>
        {run.groups
          .filter(({ kind }) => kind === 'group')
          .map((group) => (
            <li key={group.id}>
              <Chip letter={group.letter} colour={group.colour} />
              <span className="screen-legend-name">{group.name}</span>
            </li>
          ))}
      </ul>
      <p className="screen-state">
        {run.workshop.isExample && <span className="screen-example">{t.cockpit.example}</span>}
        <span className="screen-step">{stepTitle}</span>
        {run.stage.frozenAt !== null && <span className="screen-frozen">❚❚ {t.screen.frozen}</span>}
        {offlineSince !== null ? (
          <span title={t.screen.offlineLong({ time: formatTime(offlineSince, language) })}>
            ○ {t.screen.offline({ time: formatTime(offlineSince, language) })}
          </span>
        ) : (
          (problem ?? (run.stage.frozenAt === null && t.screen.live))
        )}
      </p>
    </footer>
  )
}

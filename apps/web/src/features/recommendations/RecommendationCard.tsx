import type { Item, Recommendation } from '@tafelrunde/schema'
import { GripVertical } from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Dots } from './Dots.tsx'
import { isoDate } from './isoDate.ts'
import './RecommendationCard.css'

export interface RecommendationCardProps {
  readonly recommendation: Recommendation
  readonly index: number
  readonly linked: readonly Item[]
  readonly mayWrite: boolean
  readonly isCarried: boolean
  readonly onOpen: () => void
  readonly onHandleDown: (event: PointerEvent<HTMLElement>) => void
  readonly onHandleKey: (event: KeyboardEvent<HTMLElement>) => void
}

/** One recommendation in the list: what one needs to compare them. */
export function RecommendationCard(props: RecommendationCardProps) {
  const { recommendation, index, linked, mayWrite, isCarried, onOpen, onHandleDown, onHandleKey } = props
  const t = useText().recommendations
  const language = useLanguage()
  const submission = useStore(useDesk().submissions, (known) => known.get(recommendation.id))
  const title = recommendation.title || t.untitled
  const to = recommendation.addressees.map((addressee) => t.addresseeOf[addressee]).join(' · ')
  const when = recommendation.horizon ? t.horizonOf[recommendation.horizon] : ''
  const { impact, effort } = recommendation
  return (
    <li className="rec" data-recommendation-id={recommendation.id} data-carried={isCarried ? '' : undefined}>
      <span className="rec-number">{index}</span>
      <div className="rec-body">
        <h3>
          <button type="button" className="rec-open" onClick={onOpen} aria-label={t.open({ index, title })}>
            {title}
          </button>
        </h3>
        {submission && (
          <p className="rec-code" data-state={submission.status}>
            {submission.code}
          </p>
        )}
        {linked[0] && <p className="rec-row">{fromText(linked, t)}</p>}
        {(to || when) && (
          <p className="rec-row">
            {to && <span>{to}</span>}
            {when && <span>{when}</span>}
          </p>
        )}
        {(impact !== null || effort !== null) && (
          <p className="rec-row">
            <Dots label={t.impact} value={impact} spoken={spokenRating(t.impact, impact, t)} />
            <Dots label={t.effort} value={effort} spoken={spokenRating(t.effort, effort, t)} />
          </p>
        )}
        {recommendation.firstStep ? (
          <p className="rec-row">
            <span>
              {t.firstStep}: {recommendation.firstStep}
              {recommendation.until && ` (${t.untilShort({ date: isoDate(recommendation.until, language) })})`}
            </span>
          </p>
        ) : (
          <p className="rec-row rec-missing">{t.firstStepMissing}</p>
        )}
      </div>
      {mayWrite && (
        <button
          type="button"
          className="rec-handle"
          aria-label={t.handle({ title })}
          aria-pressed={isCarried}
          onPointerDown={onHandleDown}
          onKeyDown={onHandleKey}
        >
          <Icon of={GripVertical} size={16} />
        </button>
      )}
    </li>
  )
}

type Texts = ReturnType<typeof useText>['recommendations']

function spokenRating(label: string, value: number | null, t: Texts): string {
  return value === null ? t.ratingNone({ label }) : t.ratingOf({ label, value })
}

function fromText(linked: readonly Item[], t: Texts): string {
  const text = shorten(linked[0]?.plainText ?? '')
  return linked.length > 1 ? t.fromMany({ text, count: linked.length - 1 }) : t.from({ text })
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length > 60 ? `${line.slice(0, 58).trimEnd()} …` : line
}

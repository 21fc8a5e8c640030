import { plainTextOf, wordsOfRecommendation, type PlenaryRecommendation, type Rating } from '@tafelrunde/schema/plain'
import { use, type ReactNode } from 'react'
import { ContentLanguage } from './ContentLanguage.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { ChangedSince } from './ChangedSince.tsx'
import { CodeBadge } from './CodeBadge.tsx'
import { usePlenary } from './PlenaryContext.ts'
import { RecommendationMenu } from './RecommendationMenu.tsx'
import { RichTextView } from './RichTextView.tsx'
import './RecommendationCard.css'

export interface RecommendationCardProps {
  entry: PlenaryRecommendation
  number: number
  isFresh: boolean
  /** For those who may: put it elsewhere in the list. */
  sorting: {
    readonly isCarried: boolean
    readonly handle: ReactNode
    readonly up: (() => void) | null
    readonly down: (() => void) | null
  } | null
}

/** One recommendation in the common list: what is to be done, for whom, by whom, how much it brings and costs. */
export function RecommendationCard({ entry, number, isFresh, sorting }: RecommendationCardProps) {
  const t = useText()
  const { view } = usePlenary()
  const group = view.groups.find(({ id }) => id === entry.groupId)
  const lang = use(ContentLanguage)
  const { recommendation } = entry
  const words = t.plenary.recommendation
  const facts = [
    ...recommendation.addressees.map((addressee) => t.plenary.addressees[addressee]),
    ...(recommendation.horizon ? [t.plenary.horizons[recommendation.horizon]] : []),
  ]
  return (
    <li
      className="recommendation-card"
      data-fresh={isFresh ? '' : undefined}
      data-carried={sorting?.isCarried ? '' : undefined}
      data-key={entry.key}
      data-recommendation-id={recommendation.id}
      data-group-id={entry.groupId}
    >
      <span className="recommendation-number tabular" aria-hidden>
        {number}
      </span>
      <div className="recommendation-body">
        <h3 lang={recommendation.title ? lang : undefined}>{recommendation.title || words.untitled}</h3>
        {plainTextOf(recommendation.description) && (
          <div className="recommendation-text">
            <RichTextView text={recommendation.description} />
          </div>
        )}
        {facts.length > 0 && <p className="small soft">{facts.join(' · ')}</p>}
        {(recommendation.lead || recommendation.firstStep) && (
          <dl className="recommendation-facts">
            {recommendation.lead && (
              <div>
                <dt>{words.lead}</dt>
                <dd>{recommendation.lead}</dd>
              </div>
            )}
            {recommendation.firstStep && (
              <div>
                <dt>{words.firstStep}</dt>
                <dd>{recommendation.firstStep}</dd>
              </div>
            )}
          </dl>
        )}
        <div className="recommendation-foot">
          {group && <Chip letter={group.letter} colour={group.colour} name={group.name} />}
          <CodeBadge entry={entry} />
          {entry.priority !== null && (
            <span className="small">{t.plenary.priorityOf({ priority: entry.priority })}</span>
          )}
          {entry.changedSince !== null && (
            <ChangedSince
              entryKey={entry.key}
              before={entry.changedSince}
              now={wordsOfRecommendation(recommendation)}
            />
          )}
          {recommendation.impact && <Dots label={words.impact} value={recommendation.impact} />}
          {recommendation.effort && <Dots label={words.effort} value={recommendation.effort} />}
          {isFresh && <span className="entry-card-new small">{t.plenary.justNow}</span>}
          <span className="entry-card-gap" />
          <span className="recommendation-acts">
            <RecommendationMenu entry={entry} onStep={sorting && { up: sorting.up, down: sorting.down }} />
            {sorting?.handle}
          </span>
        </div>
      </div>
    </li>
  )
}

/** An estimate as filled and empty dots. */
export function Dots({ label, value }: { label: string; value: Rating }) {
  const t = useText()
  return (
    <span className="rating-dots">
      {label}
      <span aria-hidden>
        {'●'.repeat(value)}
        {'○'.repeat(5 - value)}
      </span>
      <span className="visually-hidden">{t.plenary.recommendation.outOfFive({ value })}</span>
    </span>
  )
}

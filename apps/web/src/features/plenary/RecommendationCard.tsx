import { plainTextOf, type Group, type PlenaryRecommendation, type Rating } from '@tafelrunde/schema/plain'
import { use } from 'react'
import { ContentLanguage } from './ContentLanguage.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { RichTextView } from './RichTextView.tsx'
import './RecommendationCard.css'

export interface RecommendationCardProps {
  entry: PlenaryRecommendation
  number: number
  group: Group | undefined
  isFresh: boolean
  boardUrl: string | null
}

/** One recommendation in the common list: what is to be done, for whom, by whom, how much it brings and costs. */
export function RecommendationCard({ entry, number, group, isFresh, boardUrl }: RecommendationCardProps) {
  const t = useText()
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
          {group &&
            (boardUrl ? (
              <a href={boardUrl} title={t.plenary.openOriginal({ group: group.name })}>
                <Chip
                  letter={group.letter}
                  colour={group.colour}
                  name={t.plenary.openOriginal({ group: group.name })}
                />
              </a>
            ) : (
              <Chip letter={group.letter} colour={group.colour} name={group.name} />
            ))}
          {recommendation.impact && <Dots label={words.impact} value={recommendation.impact} />}
          {recommendation.effort && <Dots label={words.effort} value={recommendation.effort} />}
          {isFresh && <span className="entry-card-new small">{t.plenary.justNow}</span>}
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

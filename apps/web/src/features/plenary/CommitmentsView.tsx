import { rankRecommendations, type RankedRecommendation } from '@tafelrunde/schema/plain'
import { use } from 'react'
import { formatDate } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { AgreedField } from './AgreedField.tsx'
import { CodeBadge } from './CodeBadge.tsx'
import { ContentLanguage } from './ContentLanguage.ts'
import { usePlenary } from './PlenaryContext.ts'
import './CommitmentsView.css'

/** Who does what first, and by when: in the order of priority; moderators fill in what is missing. */
export function CommitmentsView() {
  const t = useText().plenary
  const { view, figures } = usePlenary()
  const ranked = rankRecommendations(view.recommendations, figures)
  const complete = ranked.filter(
    ({ entry: { recommendation } }) => recommendation.lead && recommendation.firstStep && recommendation.until,
  )
  if (ranked.length === 0) return <EmptyState title={t.emptyRecommendations} />
  return (
    <section className="field-sheet" aria-labelledby="plenary-commitments">
      <header>
        <h2 id="plenary-commitments">{t.views.commitments}</h2>
        <p className="small soft">{t.commitmentsSummary({ complete: complete.length, count: ranked.length })}</p>
      </header>
      <ol className="commitments">
        {ranked.map((place) => (
          <Commitment key={place.entry.key} place={place} />
        ))}
      </ol>
    </section>
  )
}

function Commitment({ place: { rank, entry } }: { place: RankedRecommendation }) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  const { view, mayDecide, decide } = usePlenary()
  const { lead, firstStep, until, title } = entry.recommendation
  const group = view.groups.find(({ id }) => id === entry.groupId)
  const agree = (agreed: { lead?: string; firstStep?: string; until?: string | null }) =>
    decide({ type: 'commit', recommendationKey: entry.key, ...agreed })
  return (
    <li className="commitment" data-first={entry.priority === null ? undefined : ''}>
      <span className="rank-number tabular">{rank}</span>
      <div className="commitment-what">
        <h3 lang={lang}>{title || t.recommendation.untitled}</h3>
        <p className="rank-foot">
          {group && <Chip letter={group.letter} colour={group.colour} name={group.name} />}
          <CodeBadge entry={entry} />
        </p>
      </div>
      {mayDecide ? (
        <div className="commitment-fields">
          <AgreedField label={t.recommendation.lead} value={lead} onSave={(text) => agree({ lead: text })} />
          <AgreedField
            label={t.recommendation.firstStep}
            value={firstStep}
            onSave={(text) => agree({ firstStep: text })}
          />
          <AgreedField
            label={t.recommendation.until}
            value={until ?? ''}
            type="date"
            onSave={(date) => agree({ until: date || null })}
          />
        </div>
      ) : (
        <dl className="commitment-fields">
          <Fact label={t.recommendation.lead} value={lead} />
          <Fact label={t.recommendation.firstStep} value={firstStep} />
          <DateFact label={t.recommendation.until} value={until} />
        </dl>
      )}
    </li>
  )
}

function DateFact({ label, value }: { label: string; value: string | null }) {
  const language = useLanguage()
  return <Fact label={label} value={value === null ? '' : formatDate(Date.parse(value), language, 'UTC')} />
}

function Fact({ label, value }: { label: string; value: string }) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  return (
    <div>
      <dt>{label}</dt>
      {value === '' ? <dd className="commitment-open">{t.open}</dd> : <dd lang={lang}>{value}</dd>}
    </div>
  )
}

import { rankRecommendations, type Estimate, type RankedRecommendation, type Rating } from '@tafelrunde/schema/plain'
import { use } from 'react'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { CodeBadge } from './CodeBadge.tsx'
import { ContentLanguage } from './ContentLanguage.ts'
import { usePlenary } from './PlenaryContext.ts'
import { prioritised } from './prioritised.ts'
import { RecommendationMenu } from './RecommendationMenu.tsx'
import { Dots } from './RecommendationCard.tsx'
import './RankingView.css'

/** Recommendations from the first to the last: priorities, points, agreed and estimated values. */
export function RankingView() {
  const t = useText().plenary
  const { view, figures } = usePlenary()
  const ranked = rankRecommendations(view.recommendations, figures)
  const most = Math.max(0, ...ranked.map(({ figures: own }) => own.points ?? 0))
  if (ranked.length === 0) return <EmptyState title={t.emptyRecommendations} />
  return (
    <section className="field-sheet" aria-labelledby="plenary-ranking">
      <header>
        <h2 id="plenary-ranking">{t.views.ranking}</h2>
        <p className="small soft">{most > 0 ? t.rankingByVote : t.rankingByValue}</p>
      </header>
      <ol className="ranking">
        {ranked.map((place) => (
          <RankRow key={place.entry.key} place={place} most={most} />
        ))}
      </ol>
    </section>
  )
}

function RankRow({ place, most }: { place: RankedRecommendation; most: number }) {
  const t = useText().plenary
  const language = useLanguage()
  const lang = use(ContentLanguage)
  const { view } = usePlenary()
  const { rank, entry, figures } = place
  const { recommendation } = entry
  const group = view.groups.find(({ id }) => id === entry.groupId)
  return (
    <li className="rank-row">
      <span className="rank-number tabular">
        <span className="visually-hidden">{t.rank}</span>
        {rank}
      </span>
      <div className="rank-what">
        <h3 lang={lang}>{recommendation.title || t.recommendation.untitled}</h3>
        <p className="rank-foot">
          {group && <Chip letter={group.letter} colour={group.colour} name={group.name} />}
          <CodeBadge entry={entry} />
        </p>
      </div>
      {most > 0 && (
        <p className="rank-points">
          {figures.points === null ? (
            <span className="soft">{t.noPoints}</span>
          ) : (
            <>
              <span className="rank-bar" aria-hidden>
                <span style={{ width: `${(100 * figures.points) / most}%` }} />
              </span>
              <span className="tabular">{t.points({ points: formatNumber(figures.points, language) })}</span>
            </>
          )}
        </p>
      )}
      <div className="rank-values">
        <Value label={t.recommendation.impact} agreed={recommendation.impact} estimate={figures.impact} />
        <Value label={t.recommendation.effort} agreed={recommendation.effort} estimate={figures.effort} />
      </div>
      <PriorityChoice place={place} />
      <RecommendationMenu entry={entry} onStep={null} />
    </li>
  )
}

/** What was agreed as dots; the estimates beside it, with how far apart they are. */
function Value({ label, agreed, estimate }: { label: string; agreed: Rating | null; estimate: Estimate | null }) {
  const t = useText().plenary
  const language = useLanguage()
  return (
    <p>
      {agreed === null ? (
        <span className="soft small">
          {label} {t.notAgreed}
        </span>
      ) : (
        <Dots label={label} value={agreed} />
      )}
      {estimate && (
        <small className="rank-estimate">
          {t.estimated({
            median: formatNumber(estimate.median, language),
            spread: formatNumber(estimate.spread, language),
          })}
        </small>
      )}
    </p>
  )
}

function PriorityChoice({ place: { entry } }: { place: RankedRecommendation }) {
  const t = useText().plenary
  const { view, mayDecide, decide } = usePlenary()
  const count = view.recommendations.filter(({ priority }) => priority !== null).length
  if (!mayDecide) {
    if (entry.priority === null) return <span />
    return <span className="rank-priority">{t.priorityOf({ priority: entry.priority })}</span>
  }
  const places = Array.from({ length: count + (entry.priority === null ? 1 : 0) }, (_, index) => index + 1)
  return (
    <Select
      label={t.priorityLabel({ title: entry.recommendation.title || t.recommendation.untitled })}
      isLabelHidden
      value={entry.priority === null ? '' : String(entry.priority)}
      options={[
        { value: '', label: t.noPriority },
        ...places.map((priority) => ({ value: String(priority), label: t.priorityOf({ priority }) })),
      ]}
      onChange={(value) =>
        void decide({
          type: 'prioritise',
          recommendationKeys: [...prioritised(view.recommendations, entry.key, value === '' ? null : Number(value))],
        })
      }
    />
  )
}

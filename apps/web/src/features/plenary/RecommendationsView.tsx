import { useText } from '../../i18n/useText.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { HandleButton } from './HandleButton.tsx'
import { usePlenary } from './PlenaryContext.ts'
import { RecommendationCard } from './RecommendationCard.tsx'
import { useReorder } from './useReorder.ts'

/** All recommendations as one list in the plenary's order, which moderators decide. */
export function RecommendationsView() {
  const t = useText()
  const { view, mayDecide, isFresh, decide } = usePlenary()
  const byKey = new Map(view.recommendations.map((entry) => [entry.key, entry]))
  const { keys, carriedKey, list, handleOf, stepOf } = useReorder<HTMLOListElement>([...byKey.keys()], (key, place) =>
    decide({ type: 'move', entryKey: key, ...place }),
  )
  const groups = new Set(view.recommendations.map(({ groupId }) => groupId)).size
  if (view.recommendations.length === 0) return <EmptyState title={t.plenary.emptyRecommendations} />
  const maySort = mayDecide && keys.length > 1
  return (
    <section className="field-sheet" aria-labelledby="plenary-recommendations">
      <header>
        <h2 id="plenary-recommendations">{t.screen.recommendations}</h2>
        <p className="small soft">{t.plenary.recommendationsSummary({ groups, count: keys.length })}</p>
      </header>
      <ol className="recommendation-list" ref={list}>
        {keys.map((key, index) => {
          const entry = byKey.get(key)
          return entry ? (
            <RecommendationCard
              key={key}
              entry={entry}
              number={index + 1}
              isFresh={isFresh(key)}
              sorting={
                maySort
                  ? {
                      isCarried: carriedKey === key,
                      handle: (
                        <HandleButton
                          {...handleOf(key)}
                          label={t.plenary.reorder.handle({ text: entry.recommendation.title })}
                        />
                      ),
                      up: stepOf(key, -1),
                      down: stepOf(key, 1),
                    }
                  : null
              }
            />
          ) : null
        })}
      </ol>
    </section>
  )
}

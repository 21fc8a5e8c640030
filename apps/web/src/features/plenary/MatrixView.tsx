import type { PlenaryRecommendation, Rating } from '@tafelrunde/schema/plain'
import { use, type CSSProperties } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Chip, groupColour } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { CodeBadge } from './CodeBadge.tsx'
import { ContentLanguage } from './ContentLanguage.ts'
import { matrixPoints, RATINGS, type MatrixPoint, type Spot } from './matrixPoints.ts'
import { usePlenary } from './PlenaryContext.ts'
import { useMatrixDrag } from './useMatrixDrag.ts'
import './MatrixView.css'

const IMPACTS = RATINGS.toReversed()

/** Effort against impact; the list beside it says the same and is the other way to set a value. */
export function MatrixView() {
  const t = useText().plenary
  const { view, figures, decide } = usePlenary()
  const points = matrixPoints(view.recommendations, figures)
  const rate = (recommendationKey: string, spot: Partial<Record<'effort' | 'impact', Rating | null>>) =>
    decide({ type: 'rate', recommendationKey, ...spot })
  const drag = useMatrixDrag(points, rate)
  const { moved } = drag
  const shown = points.map((point) => (point.entry.key === moved?.key ? { ...point, spot: moved.spot } : point))
  const open = shown.filter(({ spot }) => spot === null)
  if (points.length === 0) return <EmptyState title={t.emptyRecommendations} />
  return (
    <section className="field-sheet" aria-labelledby="plenary-matrix">
      <header>
        <h2 id="plenary-matrix">{t.matrixTitle}</h2>
        <p className="small soft">{t.matrixSummary({ placed: points.length - open.length, open: open.length })}</p>
      </header>
      <div className="matrix-place">
        <div className="matrix-side">
          <div className="matrix" data-held={drag.isHeld ? '' : undefined}>
            <span className="matrix-axis" data-axis="impact" aria-hidden>
              {t.recommendation.impact} →
            </span>
            {IMPACTS.map((impact) => (
              <span key={impact} className="matrix-step" data-axis="impact" aria-hidden>
                {impact}
              </span>
            ))}
            <div className="matrix-grid">
              {IMPACTS.flatMap((impact) =>
                RATINGS.map((effort) => (
                  <Cell
                    key={`${effort}-${impact}`}
                    spot={{ effort, impact }}
                    points={shown.filter(({ spot }) => spot?.effort === effort && spot.impact === impact)}
                    drag={drag}
                  />
                )),
              )}
              <span className="matrix-corner" data-corner="quick" aria-hidden>
                {t.corners.quick}
              </span>
              <span className="matrix-corner" data-corner="big" aria-hidden>
                {t.corners.big}
              </span>
              <span className="matrix-corner" data-corner="fill" aria-hidden>
                {t.corners.fill}
              </span>
              <span className="matrix-corner" data-corner="avoid" aria-hidden>
                {t.corners.avoid}
              </span>
            </div>
            <div className="matrix-efforts" aria-hidden>
              {RATINGS.map((effort) => (
                <span key={effort} className="matrix-step">
                  {effort}
                </span>
              ))}
            </div>
            <span className="matrix-axis" data-axis="effort" aria-hidden>
              {t.recommendation.effort} →
            </span>
          </div>
          {open.length > 0 && (
            <div className="matrix-open">
              <span className="small soft">{t.matrixOpen}</span>
              {open.map((point) => (
                <Point key={point.entry.key} point={point} drag={drag} />
              ))}
            </div>
          )}
        </div>
        <ol className="matrix-list">
          {points.map((point) => (
            <PointRow key={point.entry.key} point={point} onRate={rate} />
          ))}
        </ol>
      </div>
    </section>
  )
}

type Drag = ReturnType<typeof useMatrixDrag>

function Cell({ spot, points, drag }: { spot: Spot; points: readonly MatrixPoint[]; drag: Drag }) {
  const { effort, impact } = spot
  const over = drag.isHeld ? drag.moved?.over : null
  return (
    <div
      className="matrix-cell"
      data-effort={effort}
      data-impact={impact}
      data-crowd={points.length > 4 ? '' : undefined}
      data-target={over?.effort === effort && over.impact === impact ? '' : undefined}
    >
      {points.map((point) => (
        <Point key={point.entry.key} point={point} drag={drag} />
      ))}
    </div>
  )
}

function Point({ point, drag }: { point: MatrixPoint; drag: Drag }) {
  const t = useText().plenary
  const { view, mayDecide } = usePlenary()
  const { entry, number, spot, isEstimated } = point
  const group = view.groups.find(({ id }) => id === entry.groupId)
  const isMoved = drag.isHeld && drag.moved?.key === entry.key
  const title = entry.recommendation.title || t.recommendation.untitled
  const look = {
    className: 'matrix-point',
    title,
    'data-key': entry.key,
    'data-estimated': isEstimated ? '' : undefined,
    'data-carried': isMoved ? '' : undefined,
    style: {
      '--group': groupColour(group?.colour ?? 11),
      ...(isMoved ? { translate: `${drag.moved?.dx ?? 0}px ${drag.moved?.dy ?? 0}px` } : {}),
    } as CSSProperties,
  }
  const face = (
    <>
      <span aria-hidden>
        {number}
        <small>{group?.letter}</small>
      </span>
      <span className="visually-hidden">
        {t.matrixPoint({ number, title, group: group?.name ?? '' })} {spot ? t.spot(spot) : t.matrixOpen}
        {isEstimated && ` (${t.onlyEstimated})`}
      </span>
    </>
  )
  if (!mayDecide) return <span {...look}>{face}</span>
  return (
    <button
      type="button"
      {...look}
      aria-pressed={isMoved}
      onPointerDown={drag.onPointerDown(point)}
      onKeyDown={drag.onKeyDown(point)}
    >
      {face}
    </button>
  )
}

function PointRow({
  point: { entry, number, spot, isEstimated },
  onRate,
}: {
  point: MatrixPoint
  onRate: (key: string, spot: Partial<Record<'effort' | 'impact', Rating | null>>) => Promise<boolean>
}) {
  const t = useText().plenary
  const lang = use(ContentLanguage)
  const { view, mayDecide } = usePlenary()
  const group = view.groups.find(({ id }) => id === entry.groupId)
  return (
    <li>
      <span className="matrix-number tabular">{number}</span>
      <div className="matrix-what">
        <p lang={lang}>{entry.recommendation.title || t.recommendation.untitled}</p>
        <p className="rank-foot">
          {group && <Chip size="s" letter={group.letter} colour={group.colour} name={group.name} />}
          <CodeBadge entry={entry} />
          {!mayDecide && <span className="small soft">{spot ? t.spot(spot) : t.matrixOpen}</span>}
          {isEstimated && <span className="small soft">{t.onlyEstimated}</span>}
        </p>
      </div>
      {mayDecide && (
        <>
          <RatingChoice entry={entry} about="impact" onRate={onRate} />
          <RatingChoice entry={entry} about="effort" onRate={onRate} />
        </>
      )}
    </li>
  )
}

function RatingChoice({
  entry,
  about,
  onRate,
}: {
  entry: PlenaryRecommendation
  about: 'effort' | 'impact'
  onRate: (key: string, spot: Partial<Record<'effort' | 'impact', Rating | null>>) => Promise<boolean>
}) {
  const t = useText().plenary
  const label = t.recommendation[about]
  return (
    <Select
      label={t.rateLabel({ label, title: entry.recommendation.title })}
      isLabelHidden
      value={String(entry.recommendation[about] ?? '')}
      options={[
        { value: '', label: `${label} –` },
        ...RATINGS.map((rating) => ({ value: String(rating), label: `${label} ${rating}` })),
      ]}
      onChange={(value) => void onRate(entry.key, { [about]: value === '' ? null : (Number(value) as Rating) })}
    />
  )
}

import type { CSSProperties } from 'react'
import { useText } from '../../../i18n/useText.ts'
import { matrixCells } from './matrixCells.ts'
import type { Slide } from './Slide.ts'
import './MatrixPlot.css'

const GRADES = [1, 2, 3, 4, 5] as const

/** Effort from left to right, impact from bottom to top; the numbers are those of the legend beside it. */
export function MatrixPlot({ slides, onPage }: { slides: readonly Slide[]; onPage: ReadonlySet<string> }) {
  const t = useText()
  const points = slides.flatMap(({ sections }) =>
    sections.flatMap(({ cards }) => cards.flatMap((card) => (card.kind === 'point' ? [card] : []))),
  )
  return (
    <figure className="screen-matrix" aria-label={t.screen.matrix.title}>
      <p className="screen-matrix-words" data-side="top">
        <b>{t.screen.matrix.now}</b>
        <span>{t.screen.matrix.plan}</span>
      </p>
      <p className="screen-matrix-impact">
        {t.plenary.recommendation.impact} <span aria-hidden>→</span>
      </p>
      <Grades direction="up" />
      <div className="screen-matrix-field">
        {matrixCells(points).map((cell) => (
          <ul
            key={`${cell.effort} ${cell.impact}`}
            className="screen-matrix-cell"
            data-many={cell.points.length > 4 ? '' : undefined}
            aria-label={t.screen.matrix.cell(cell)}
            style={{ '--effort': cell.effort, '--impact': cell.impact } as CSSProperties}
          >
            {cell.points.map((point) => (
              <li
                key={point.key}
                className="screen-matrix-point tabular"
                data-on-page={onPage.has(point.key) ? '' : undefined}
              >
                {point.number}
              </li>
            ))}
            {cell.more > 0 && <li className="screen-matrix-more tabular">+{cell.more}</li>}
          </ul>
        ))}
      </div>
      <Grades direction="right" />
      <p className="screen-matrix-words" data-side="bottom">
        <span>{t.screen.matrix.aside}</span>
        <strong>
          {t.plenary.recommendation.effort} <span aria-hidden>→</span>
        </strong>
        <span>{t.screen.matrix.later}</span>
      </p>
    </figure>
  )
}

function Grades({ direction }: { direction: 'up' | 'right' }) {
  return (
    <span className="screen-matrix-grades tabular" data-direction={direction} aria-hidden>
      {(direction === 'up' ? GRADES.toReversed() : GRADES).map((grade) => (
        <span key={grade}>{grade}</span>
      ))}
    </span>
  )
}

import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { useText } from '../../../i18n/useText.ts'
import { sectionTitle } from '../sectionTitle.ts'
import { ScreenCard } from './ScreenCard.tsx'
import { ScreenControls } from './ScreenControls.tsx'
import { screenPages, type ScreenPage } from './screenPages.ts'
import type { Slide } from './slidesOf.ts'
import { useAutoPaging } from './useAutoPaging.ts'
import { useCardHeights } from './useCardHeights.ts'

/** Where cards are laid out: px of the real element. */
interface Stage {
  readonly width: number
  readonly height: number
  /** CSS px per design px of the 1920×1080 picture. */
  readonly scale: number
}

/** Slides page by page: title, cards in columns, and where one is. */
export function ScreenSlides({ slides }: { slides: readonly Slide[] }) {
  const t = useText()
  const stageElement = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<Stage>({ width: 0, height: 0, scale: 1 })
  useLayoutEffect(() => {
    const element = stageElement.current
    if (!element) return undefined
    const measure = (): void => {
      const scale = Number.parseFloat(getComputedStyle(element).columnGap) / 28 || 1
      setStage({ width: element.clientWidth, height: element.clientHeight, scale })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const columns = stage.width < 700 ? 1 : stage.width < 1000 * Math.max(stage.scale, 0.5) ? 2 : 3
  const columnGap = 28 * stage.scale
  const columnWidth = stage.width === 0 ? 0 : Math.floor((stage.width - columnGap * (columns - 1)) / columns)
  const { heightOf, missing, ruler } = useCardHeights(slides, columnWidth)
  const measured = useMemo(() => {
    if (columnWidth === 0 || missing.length > 0) return null
    const size = {
      columns,
      height: stage.height,
      gap: 16 * stage.scale,
      sectionGap: 28 * stage.scale,
      headingHeight: 46 * stage.scale,
    }
    return screenPages(slides, size, heightOf)
  }, [slides, stage, columns, columnWidth, missing, heightOf])
  const [lastPages, setLastPages] = useState<readonly ScreenPage[]>([])
  if (measured && measured !== lastPages) setLastPages(measured)
  const pages = measured ?? lastPages
  const freshKeys = useMemo(() => freshCardKeys(slides), [slides])
  const paging = useAutoPaging(pages, freshKeys)
  const page = pages[paging.index]

  return (
    <>
      {page ? <SlideHead page={page} index={paging.index} of={pages.length} /> : <span />}
      <div className="screen-stage" ref={stageElement}>
        {page && <PageColumns page={page} count={columns} />}
        {slides.length === 0 && <p className="screen-nothing">{t.screen.nothingYet}</p>}
        <ul className="screen-ruler" ref={ruler} aria-hidden inert style={{ width: columnWidth }}>
          {missing.map((card) => (
            <ScreenCard key={`${card.kind} ${card.key}`} card={card} isRuler />
          ))}
        </ul>
      </div>
      <ScreenControls paging={paging} hasPages={pages.length > 1} />
    </>
  )
}

function SlideHead({ page, index, of }: { page: ScreenPage; index: number; of: number }) {
  const t = useText()
  const language = useLanguage()
  const { subject, groups, entries, folded } = page.slide
  const title =
    subject.type === 'field'
      ? subject.field.label[language]
      : subject.type === 'targets'
        ? t.screen.targetGroups
        : t.screen.recommendations
  const summary =
    subject.type === 'field'
      ? t.plenary.summary({ groups, entries, folded })
      : subject.type === 'recommendations'
        ? t.plenary.recommendationsSummary({ groups, count: entries })
        : ''
  return (
    <div className="screen-title">
      <h1>{title}</h1>
      <p>{summary}</p>
      {of > 1 && (
        <p className="screen-page-number tabular" aria-label={t.screen.pageLong({ number: index + 1, of, title })}>
          {t.screen.page({ number: index + 1, of })}
        </p>
      )}
    </div>
  )
}

function PageColumns({ page, count }: { page: ScreenPage; count: number }) {
  const t = useText()
  const language = useLanguage()
  const { subject, hasHeadings } = page.slide
  return (
    <div className="screen-columns" data-page={page.key} style={{ '--columns': count } as CSSProperties}>
      {page.columns.map((column, at) => (
        <div key={at} className="screen-column">
          {column.map((piece) => {
            const section = page.slide.sections.find(({ key }) => key === piece.sectionKey)
            if (!section) return null
            return (
              <section key={piece.sectionKey}>
                {hasHeadings && subject.type === 'field' && (
                  <h2>
                    <span className="screen-heading">
                      {sectionTitle({ field: subject.field, section: section.section }, t, language)}
                    </span>{' '}
                    <span className="soft">{piece.isContinued ? t.screen.continued : section.count}</span>
                  </h2>
                )}
                <ul>
                  {section.cards.slice(piece.from, piece.to).map((card) => (
                    <ScreenCard key={card.key} card={card} />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function freshCardKeys(slides: readonly Slide[]): ReadonlySet<string> {
  const cards = slides.flatMap((slide) => slide.sections.flatMap((section) => section.cards))
  return new Set(cards.filter((card) => card.kind !== 'target' && card.isFresh).map((card) => card.key))
}

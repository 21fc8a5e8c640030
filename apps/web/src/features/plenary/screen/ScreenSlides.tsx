import { useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { useText } from '../../../i18n/useText.ts'
import type { SlideDeck } from './deckOf.ts'
import { MatrixPlot } from './MatrixPlot.tsx'
import { PageColumns } from './PageColumns.tsx'
import { ScreenCard } from './ScreenCard.tsx'
import { ScreenControls } from './ScreenControls.tsx'
import { cardKeysOn, screenPages, type ScreenPage } from './screenPages.ts'
import { EmptyHead, SlideHead, useSlideTitle } from './SlideHead.tsx'
import type { Slide } from './Slide.ts'
import { useAutoPaging, type PageDirection } from './useAutoPaging.ts'
import { useCardHeights } from './useCardHeights.ts'
import type { PageNews } from './useShownPage.ts'
import './ScreenSlides.css'

/** Where cards are laid out: px of the real element. */
interface Stage {
  readonly width: number
  readonly height: number
  /** CSS px per design px of the 1920×1080 picture. */
  readonly scale: number
}

/** In a narrower column, CSS px, longer words would break at the usual size: several groups beside one another on a phone. */
const tightColumn = 150

export interface ScreenSlidesProps {
  deck: SlideDeck
  /** Heads a picture on which nothing stands yet. */
  stepTitle: string
  direction: PageDirection
  /** Hears which page is shown. */
  onShow: (page: PageNews) => void
}

/** Slides page by page: title, cards in columns, and where one is. */
export function ScreenSlides({ deck, stepTitle, direction, onShow }: ScreenSlidesProps) {
  const t = useText()
  const { slides, packing, size, hasMatrix, group } = deck
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

  const columns = columnsOf(deck, stage)
  const columnGap = 28 * stage.scale
  const columnWidth = stage.width === 0 ? 0 : Math.floor((stage.width - columnGap * (columns - 1)) / columns)
  const { heightOf, missing, ruler } = useCardHeights(slides, columnWidth, size)
  const measured = useMemo(() => {
    if (columnWidth === 0 || missing.length > 0) return null
    const page = {
      columns,
      height: stage.height,
      gap: 16 * stage.scale,
      sectionGap: 28 * stage.scale,
      headingHeight: 46 * stage.scale,
    }
    return screenPages({ slides, packing }, page, heightOf)
  }, [slides, packing, stage, columns, columnWidth, missing, heightOf])
  const [lastPages, setLastPages] = useState<readonly ScreenPage[]>([])
  if (measured && measured !== lastPages) setLastPages(measured)
  const pages = measured ?? lastPages
  const freshKeys = useMemo(() => freshCardKeys(slides), [slides])
  const paging = useAutoPaging(pages, freshKeys, direction)
  const page = pages[paging.index]
  const isEmpty = slides.length === 0

  // There is always a heading, also before the cards are measured: a focus that has lost its own goes there, and not
  // to the buttons, which would then stand in the picture.
  const title = useSlideTitle((page?.slide ?? slides[0])?.subject ?? null, group) || stepTitle
  const { length } = pages
  useEffect(() => {
    if (page || isEmpty) onShow({ title, page: paging.index, pages: Math.max(1, length) })
  }, [title, page, isEmpty, paging.index, length, onShow])

  return (
    <>
      {page && !isEmpty ? (
        <SlideHead page={page} index={paging.index} of={length} />
      ) : (
        <EmptyHead title={title} group={isEmpty ? group : null} />
      )}
      <div
        className="screen-body"
        data-matrix={hasMatrix && !isEmpty ? '' : undefined}
        data-size={size}
        data-tight={columnWidth > 0 && columnWidth < tightColumn ? '' : undefined}
      >
        {hasMatrix && !isEmpty && <MatrixPlot slides={slides} onPage={page ? new Set(cardKeysOn(page)) : new Set()} />}
        <div className="screen-stage" ref={stageElement}>
          {page && !isEmpty && <PageColumns page={page} count={columns} />}
          {isEmpty && <p className="screen-nothing">{t.screen.nothingYet}</p>}
          <ul className="screen-ruler" ref={ruler} aria-hidden inert style={{ width: columnWidth } as CSSProperties}>
            {missing.map((card) => (
              <ScreenCard key={`${card.kind} ${card.key}`} card={card} isRuler />
            ))}
          </ul>
        </div>
      </div>
      <ScreenControls paging={paging} hasPages={length > 1} />
    </>
  )
}

/** A group keeps its column; everything else gives way on a narrow picture. */
function columnsOf({ columns, packing }: SlideDeck, stage: Stage): number {
  const fitting = columnsThatFit(stage)
  if (columns === null) return fitting
  return packing === 'columns' ? columns : Math.min(columns, fitting)
}

function columnsThatFit({ width, scale }: Stage): number {
  if (width < 700) return 1
  return width < 1000 * Math.max(scale, 0.5) ? 2 : 3
}

function freshCardKeys(slides: readonly Slide[]): ReadonlySet<string> {
  const cards = slides.flatMap((slide) => slide.sections.flatMap((section) => section.cards))
  return new Set(cards.filter((card) => card.kind !== 'target' && card.isFresh).map((card) => card.key))
}

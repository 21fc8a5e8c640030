import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { SlideDeck } from './deckOf.ts'
import type { Slide, SlideCard } from './Slide.ts'

/** Heights of cards in a column of the given width, measured in the real layout. */
export interface CardHeights {
  /** The same function as long as nothing new is measured. */
  readonly heightOf: (card: SlideCard) => number | undefined
  /** Cards that still have to be rendered into `ruler` to be measured. */
  readonly missing: readonly SlideCard[]
  readonly ruler: RefObject<HTMLUListElement | null>
}

/** Measures each card once per content, width and type size; heights are forgotten when the fonts arrive. */
export function useCardHeights(slides: readonly Slide[], columnWidth: number, size: SlideDeck['size']): CardHeights {
  const ruler = useRef<HTMLUListElement>(null)
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const missing = useMemo(() => {
    const cards = slides.flatMap((slide) => slide.sections.flatMap((section) => section.cards))
    return columnWidth > 0 ? cards.filter((card) => !heights.has(measureName(card, columnWidth, size))) : []
  }, [slides, columnWidth, size, heights])
  const heightOf = useMemo(
    () => (card: SlideCard) => heights.get(measureName(card, columnWidth, size)),
    [heights, columnWidth, size],
  )

  useEffect(() => {
    let isGone = false
    void document.fonts.ready.then(() => {
      if (!isGone) setHeights(new Map())
    })
    return () => {
      isGone = true
    }
  }, [])
  useLayoutEffect(() => {
    const elements = ruler.current ? [...ruler.current.children] : []
    if (missing.length === 0 || elements.length !== missing.length) return
    const measured = missing.map((card, index): [string, number] => {
      const height = elements[index]?.getBoundingClientRect().height ?? 0
      return [measureName(card, columnWidth, size), Math.ceil(height)]
    })
    setHeights((before) => new Map([...before, ...measured]))
  }, [missing, columnWidth, size])
  return { heightOf, missing, ruler }
}

function measureName(card: SlideCard, columnWidth: number, size: SlideDeck['size']): string {
  return `${size}|${columnWidth}|${card.kind}|${card.content}`
}

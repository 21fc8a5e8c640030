import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Slide, SlideCard } from './slidesOf.ts'

/** Heights of cards in a column of the given width, measured in the real layout. */
export interface CardHeights {
  readonly heightOf: (card: SlideCard) => number | undefined
  /** Cards that still have to be rendered into `ruler` to be measured. */
  readonly missing: readonly SlideCard[]
  readonly ruler: RefObject<HTMLUListElement | null>
}

/** Measures each card once per content and width; heights are forgotten when the fonts arrive. */
export function useCardHeights(slides: readonly Slide[], columnWidth: number): CardHeights {
  const ruler = useRef<HTMLUListElement>(null)
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const nameOf = (card: SlideCard): string => `${columnWidth}|${card.kind}|${card.content}`
  const cards = slides.flatMap((slide) => slide.sections.flatMap((section) => section.cards))
  const missing = columnWidth > 0 ? cards.filter((card) => !heights.has(nameOf(card))) : []

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
    const next = new Map(heights)
    for (const [index, card] of missing.entries()) {
      next.set(nameOf(card), Math.ceil(elements[index]?.getBoundingClientRect().height ?? 0))
    }
    setHeights(next)
  })
  return { heightOf: (card) => heights.get(nameOf(card)), missing, ruler }
}

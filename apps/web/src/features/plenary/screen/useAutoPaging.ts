import { useCallback, useEffect, useRef, useState } from 'react'
import { cardKeysOn, dwellMs, keepPage, type ScreenPage } from './screenPages.ts'

/** After somebody turned a page by hand it stays at least so long. */
const handMs = 60_000

/** A page that has just come is not taken away at once, not even for a new entry. */
const shortestMs = 5_000

export interface AutoPaging {
  readonly index: number
  readonly isPaused: boolean
  readonly turn: (by: 1 | -1) => void
  readonly togglePause: () => void
}

/**
 * Turns pages by itself, by hand and to where something new was written.
 *
 * `freshKeys` are the entries that have just arrived; one that is on another page brings that page up.
 */
export function useAutoPaging(pages: readonly ScreenPage[], freshKeys: ReadonlySet<string>): AutoPaging {
  const [shownKey, setShownKey] = useState<string | null>(null)
  const [isPaused, setPaused] = useState(false)
  const shownAt = useRef(0)
  const turnedAt = useRef(-handMs)
  const seen = useRef(new Set<string>())
  const index = keepPage(pages, shownKey)
  const page = pages[index]

  const show = useCallback((next: ScreenPage | undefined) => {
    if (!next) return
    shownAt.current = performance.now()
    setShownKey(next.key)
  }, [])

  useEffect(() => {
    if (!page) return undefined
    for (const key of cardKeysOn(page)) seen.current.add(key)
    if (isPaused || pages.length < 2) return undefined
    const interval = setInterval(() => {
      const now = performance.now()
      if (now - turnedAt.current < handMs) return
      const shownFor = now - shownAt.current
      const news = pages.find((candidate) =>
        cardKeysOn(candidate).some((key) => freshKeys.has(key) && !seen.current.has(key)),
      )
      if (news && news.key !== page.key && shownFor >= shortestMs) return show(news)
      if (shownFor >= dwellMs(page)) show(pages[(index + 1) % pages.length])
    }, 500)
    return () => clearInterval(interval)
  }, [page, pages, index, isPaused, freshKeys, show])

  const turn = useCallback(
    (by: 1 | -1) => {
      turnedAt.current = performance.now()
      show(pages[(index + by + pages.length) % pages.length])
    },
    [index, pages, show],
  )
  const togglePause = useCallback(() => {
    turnedAt.current = -handMs
    shownAt.current = performance.now()
    setPaused((before) => !before)
  }, [])
  return { index, isPaused, turn, togglePause }
}

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

/** Who turns pages besides the person in front of the screen. */
export interface PageDirection {
  /** The page that the remote control turned to; it stays until the remote turns on or lets go (null). */
  readonly page: number | null
  /** The picture is frozen. */
  readonly isStill: boolean
}

/**
 * Turns pages by itself, by hand, by remote control and to where something new was written.
 *
 * `freshKeys` are the entries that have just arrived; one that is on another page brings that page up.
 */
export function useAutoPaging(
  pages: readonly ScreenPage[],
  freshKeys: ReadonlySet<string>,
  { page: directed, isStill }: PageDirection,
): AutoPaging {
  const [shownKey, setShownKey] = useState<string | null>(null)
  const [followed, setFollowed] = useState<number | null>(null)
  const [isPaused, setPaused] = useState(false)
  const shownAt = useRef(0)
  const turnedAt = useRef(-handMs)
  const seen = useRef(new Set<string>())
  if (pages.length > 0 && directed !== followed) {
    setFollowed(directed)
    const next = directed === null ? undefined : pages[Math.min(directed, pages.length - 1)]
    if (next) setShownKey(next.key)
  }
  const index = keepPage(pages, shownKey)
  const page = pages[index]

  const show = useCallback((next: ScreenPage | undefined) => {
    if (!next) return
    shownAt.current = performance.now()
    setShownKey(next.key)
  }, [])

  const key = page?.key
  useEffect(() => {
    // A page that has come by remote control, or was let go by it, gets its time like any other.
    shownAt.current = performance.now()
  }, [key, directed])

  useEffect(() => {
    if (!page) return undefined
    for (const key of cardKeysOn(page)) seen.current.add(key)
    if (isPaused || isStill || directed !== null || pages.length < 2) return undefined
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
  }, [page, pages, index, isPaused, isStill, directed, freshKeys, show])

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

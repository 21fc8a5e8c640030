import { useEffect, useState, type ComponentType } from 'react'

const TRY_AGAIN_MS = 3_000

/**
 * A part of a page that comes after the rest. Until then there is nothing in its place; without a network it comes
 * when there is one.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function LazyPart(props: P) {
    const [loaded, setLoaded] = useState<{ readonly part: ComponentType<P> } | null>(null)
    useEffect(() => {
      let isCurrent = true
      let again: ReturnType<typeof setTimeout> | undefined
      const attempt = (): void =>
        void load().then(
          (part) => isCurrent && setLoaded({ part }),
          () => {
            if (isCurrent) again = setTimeout(attempt, TRY_AGAIN_MS)
          },
        )
      attempt()
      return () => {
        isCurrent = false
        clearTimeout(again)
      }
    }, [])
    if (loaded === null) return null
    const Part = loaded.part
    return <Part {...props} />
  }
}

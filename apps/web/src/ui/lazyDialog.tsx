import { useEffect, useState, type ComponentType } from 'react'
import { errorText } from '../i18n/errorText.ts'
import { useText } from '../i18n/useText.ts'
import { showToast } from './Toast.tsx'

const TRY_AGAIN_MS = 3_000

/**
 * A dialog whose code and texts are fetched when it is opened. Without a network it says so instead of taking the page
 * down, and opens when there is one.
 */
export function lazyDialog<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function LazyDialog(props: P) {
    const t = useText()
    const [loaded, setLoaded] = useState<{ readonly dialog: ComponentType<P> } | null>(null)
    useEffect(() => {
      let isCurrent = true
      let hasSaidSo = false
      let again: ReturnType<typeof setTimeout> | undefined
      const attempt = (): void =>
        void load().then(
          (dialog) => isCurrent && setLoaded({ dialog }),
          () => {
            if (!isCurrent) return
            if (!hasSaidSo)
              showToast({ text: `${errorText(t, 'network')} ${t.join.bad.offline.waiting}`, kind: 'problem' })
            hasSaidSo = true
            again = setTimeout(attempt, TRY_AGAIN_MS)
          },
        )
      attempt()
      return () => {
        isCurrent = false
        clearTimeout(again)
      }
      // The words of the toast may change their language meanwhile; that is no reason to load again.
      // oxlint-disable-next-line react/exhaustive-deps
    }, [])
    if (loaded === null) return null
    const Loaded = loaded.dialog
    return <Loaded {...props} />
  }
}

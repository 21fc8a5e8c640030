import { useEffect, useState, type ComponentType } from 'react'
import { errorText } from '../i18n/errorText.ts'
import { useText } from '../i18n/useText.ts'
import { Dialog } from './Dialog.tsx'

type Loaded<P> = { readonly dialog: ComponentType<P> } | 'failed' | null

const TRY_AGAIN_MS = 3_000

/**
 * A dialog whose code and texts are fetched when it is opened. Without a network it says so instead of taking the page
 * down, and goes on when there is one.
 */
export function lazyDialog<P extends { onClose: () => void }>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function LazyDialog(props: P) {
    const [loaded, setLoaded] = useState<Loaded<P>>(null)
    useEffect(() => {
      let isCurrent = true
      let again: ReturnType<typeof setTimeout> | undefined
      const attempt = (): void =>
        void load().then(
          (dialog) => isCurrent && setLoaded({ dialog }),
          () => {
            if (!isCurrent) return
            setLoaded('failed')
            again = setTimeout(attempt, TRY_AGAIN_MS)
          },
        )
      attempt()
      return () => {
        isCurrent = false
        clearTimeout(again)
      }
    }, [])
    if (loaded === null) return null
    if (loaded === 'failed') return <NotLoaded onClose={props.onClose} />
    const Loaded = loaded.dialog
    return <Loaded {...props} />
  }
}

function NotLoaded({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={errorText(t, 'network')} isOpen onClose={onClose} size="s">
      <p>{t.join.bad.offline.waiting}</p>
    </Dialog>
  )
}

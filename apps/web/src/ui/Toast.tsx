import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useText } from '../i18n/useText.ts'
import { Button } from './Button.tsx'
import './Toast.css'

export interface Toast {
  text: string
  kind?: 'info' | 'problem'
  action?: { label: string; run: () => void }
  /** Stays until it is closed. Toasts with an action or a problem stay longer by themselves. */
  isSticky?: boolean
}

type ShownToast = Toast & { id: number }

let shown: readonly ShownToast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function setShown(next: readonly ShownToast[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Show a short message at the bottom; it is spoken too. Returns what closes it. */
export function showToast(toast: Toast): () => void {
  const id = nextId++
  setShown([...shown.slice(-2), { ...toast, id }])
  return () => setShown(shown.filter((entry) => entry.id !== id))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where toasts appear; mounted once by the application. */
export function ToastRegion() {
  const t = useText()
  const toasts = useSyncExternalStore(subscribe, () => shown)
  return (
    <section className="ui-toasts" aria-label={t.ui.messages}>
      <div aria-live="polite">
        {toasts.map((toast) => (
          <ToastLine
            key={toast.id}
            toast={toast}
            onClose={() => setShown(shown.filter((one) => one.id !== toast.id))}
          />
        ))}
      </div>
    </section>
  )
}

function ToastLine({ toast, onClose }: { toast: ShownToast; onClose: () => void }) {
  const t = useText()
  const close = useEffectEvent(() => onClose())
  useEffect(() => {
    if (toast.isSticky) return undefined
    const timeout = setTimeout(() => close(), toast.action || toast.kind === 'problem' ? 12_000 : 6_000)
    return () => clearTimeout(timeout)
  }, [toast])
  return (
    <div className="ui-toast" data-kind={toast.kind ?? 'info'}>
      <p>{toast.text}</p>
      {toast.action && (
        <Button
          size="s"
          onClick={() => {
            toast.action?.run()
            onClose()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button
        size="s"
        variant="quiet"
        data-square=""
        aria-label={t.ui.close}
        icon={<span aria-hidden>×</span>}
        onClick={onClose}
      />
    </div>
  )
}

import type { Item, Recommendation } from '@tafelrunde/schema'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { RecommendationList } from './RecommendationList.tsx'
import './RecommendationList.css'

export interface RecommendationPanelProps {
  readonly recommendations: readonly Recommendation[]
  readonly itemsById: ReadonlyMap<string, Item>
  readonly mayWrite: boolean
  readonly foot: ReactNode
  readonly isFolded: boolean
  readonly onFold: (isFolded: boolean) => void
}

const WIDTH = { min: 260, start: 356, max: 640, rail: 44 } as const

/** The list beside the canvas: resizable, and foldable to a rail. */
export function RecommendationPanel(props: RecommendationPanelProps) {
  const { recommendations, itemsById, mayWrite, foot, isFolded, onFold } = props
  const t = useText().recommendations
  const [width, setWidth] = useState<number>(WIDTH.start)
  const resize = (next: number) => setWidth(Math.min(WIDTH.max, Math.max(WIDTH.min, next)))

  if (isFolded) {
    return (
      <aside className="rec-panel" style={{ width: WIDTH.rail }} aria-label={t.title}>
        <button type="button" className="rec-rail" aria-expanded={false} onClick={() => onFold(false)}>
          <Icon of={ChevronLeft} />
          <span className="rec-rail-count">{recommendations.length}</span>
          <span className="rec-rail-title">{t.title}</span>
          <span className="visually-hidden">{t.unfold}</span>
        </button>
      </aside>
    )
  }

  const onResizeDown = (event: PointerEvent<HTMLElement>) => {
    const start = event.clientX
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) => resize(width + start - moved.clientX)
    const end = () => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('lostpointercapture', end)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', end)
  }
  const onResizeKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + 16)
    else if (event.key === 'ArrowRight') resize(width - 16)
  }
  const focusWriter = (panel: Element | null) => {
    panel?.querySelector<HTMLTextAreaElement>('.rec-writer')?.focus()
  }

  return (
    <aside className="rec-panel" style={{ width }} aria-label={t.title}>
      <div
        className="rec-resizer"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a separator that one can move is a control, hr is none
        role="separator"
        aria-orientation="vertical"
        aria-label={t.resize}
        aria-valuenow={width}
        aria-valuemin={WIDTH.min}
        aria-valuemax={WIDTH.max}
        tabIndex={0}
        onPointerDown={onResizeDown}
        onKeyDown={onResizeKey}
      />
      <header className="rec-panel-head">
        <h2>{t.title}</h2>
        <span className="rec-panel-count">{recommendations.length}</span>
        {mayWrite && (
          <Button onClick={(event) => focusWriter(event.currentTarget.closest('.rec-panel'))}>{t.add}</Button>
        )}
        <IconButton size="s" label={t.fold} icon={<Icon of={ChevronRight} />} onClick={() => onFold(true)} />
      </header>
      <RecommendationList recommendations={recommendations} itemsById={itemsById} mayWrite={mayWrite} foot={foot} />
    </aside>
  )
}

import type { Canvas, CanvasId } from '@tafelrunde/schema'
import { Plus } from 'lucide-react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import './CanvasTabs.css'

export interface CanvasTabsProps {
  readonly canvases: readonly Canvas[]
  readonly shown: CanvasId
  readonly mayAdd: boolean
  readonly onShow: (canvasId: CanvasId) => void
}

/** The canvases of a board; shown as soon as there is more than one. */
export function CanvasTabs({ canvases, shown, mayAdd, onShow }: CanvasTabsProps) {
  const t = useText().board
  const desk = useDesk()
  return (
    <nav className="canvas-tabs" aria-label={t.canvases}>
      {canvases.map((canvas) => (
        <button
          key={canvas.id}
          type="button"
          aria-current={canvas.id === shown ? 'page' : undefined}
          lang={desk.boardLanguage}
          onClick={() => onShow(canvas.id)}
        >
          {canvas.title || t.canvasUntitled}
        </button>
      ))}
      {mayAdd && (
        <button
          type="button"
          aria-label={t.newCanvas}
          title={t.newCanvas}
          onClick={() => desk.openDialog({ kind: 'new-canvas' })}
        >
          <Icon of={Plus} size={16} />
        </button>
      )}
    </nav>
  )
}

import { Maximize, Minus, Plus } from 'lucide-react'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import type { CameraStore } from './CameraStore.ts'
import { steppedZoom } from './camera.ts'
import './ZoomControls.css'

export interface ZoomControlsProps {
  readonly camera: CameraStore
  readonly onFit: () => void
  /** A button to jump to another part of the world. */
  readonly jump?: ReactNode
}

/** Minus, 100 %, plus, fit. */
export function ZoomControls({ camera, onFit, jump }: ZoomControlsProps) {
  const t = useText().board
  const percent = useSyncExternalStore(camera.subscribe, () => Math.round(camera.current.zoom * 100))
  const step = (direction: 1 | -1) => camera.zoomTo(steppedZoom(camera.current.zoom, direction))
  return (
    <fieldset className="zoom-controls">
      <legend className="visually-hidden">{t.zoomLevel({ percent })}</legend>
      <IconButton
        size="s"
        label={t.zoomOut}
        shortcut="−"
        icon={<Icon of={Minus} size={16} />}
        onClick={() => step(-1)}
      />
      <Tooltip text={`${t.zoomHome} (0)`}>
        <button type="button" className="zoom-level" onClick={() => camera.home()}>
          {t.zoomLevel({ percent })}
        </button>
      </Tooltip>
      <IconButton size="s" label={t.zoomIn} shortcut="+" icon={<Icon of={Plus} size={16} />} onClick={() => step(1)} />
      <IconButton size="s" label={t.zoomFit} icon={<Icon of={Maximize} size={15} />} onClick={onFit} />
      {jump}
    </fieldset>
  )
}

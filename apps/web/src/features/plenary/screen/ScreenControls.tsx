import { ChevronLeft, ChevronRight, Maximize, Pause, Play } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '../../../i18n/useText.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import type { AutoPaging } from './useAutoPaging.ts'
import './ScreenControls.css'

/** Turning pages by key, and by buttons that appear with the pointer or the focus. */
export function ScreenControls({ paging, hasPages }: { paging: AutoPaging; hasPages: boolean }) {
  const t = useText()
  const { isPaused, turn, togglePause } = paging
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') !== null
      if (event.key === 'ArrowRight' || event.key === 'PageDown') turn(1)
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') turn(-1)
      else if (event.key === ' ' && !isOnButton) togglePause()
      else if (event.key === 'f' || event.key === 'F') toggleFullscreen()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [turn, togglePause])
  return (
    <div className="screen-controls">
      {hasPages && (
        <>
          <IconButton
            variant="plain"
            label={t.screen.previous}
            icon={<Icon of={ChevronLeft} />}
            onClick={() => turn(-1)}
          />
          <IconButton
            variant="plain"
            label={isPaused ? t.screen.resume : t.screen.pause}
            icon={<Icon of={isPaused ? Play : Pause} />}
            onClick={togglePause}
          />
          <IconButton variant="plain" label={t.screen.next} icon={<Icon of={ChevronRight} />} onClick={() => turn(1)} />
        </>
      )}
      {document.fullscreenEnabled && (
        <IconButton
          variant="plain"
          label={t.screen.fullscreen}
          shortcut="F"
          icon={<Icon of={Maximize} />}
          onClick={toggleFullscreen}
        />
      )}
      {isPaused && <span className="screen-paused">{t.screen.paused}</span>}
    </div>
  )
}

function toggleFullscreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen().catch(() => undefined)
}

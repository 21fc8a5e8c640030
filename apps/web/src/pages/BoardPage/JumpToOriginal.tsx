import type { CanvasId } from '@tafelrunde/schema'
import { useEffect } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { navigate, usePlace } from '../../ui/navigation.ts'
import { showToast } from '../../ui/Toast.tsx'

const LOOK_EVERY_MS = 100

/** A board of 5,000 notes on a slow line is there by then; what is not found is gone. */
const GIVE_UP_MS = 8_000

/** Brings what the address names (`?item=`, `?recommendation=`) into view, marks it, and forgets it. */
export function JumpToOriginal({ onCanvas }: { onCanvas: (canvasId: CanvasId) => void }) {
  const t = useText().submission
  const desk = useDesk()
  const { query } = usePlace()
  const itemId = query.get('item')
  const recommendationId = query.get('recommendation')
  useEffect(() => {
    if (!itemId && !recommendationId) return
    const startedAt = performance.now()
    const timer = setInterval(() => {
      const isFound = itemId ? showItem() : showRecommendation()
      const isTooLate = performance.now() - startedAt > GIVE_UP_MS
      if (!isFound && !isTooLate) return
      clearInterval(timer)
      if (!isFound) showToast({ text: t.gone, kind: 'problem' })
      forgetWish()
    }, LOOK_EVERY_MS)
    const showItem = (): boolean => {
      const item = desk.snapshot().items.find(({ id }) => id === itemId)
      if (!item || item.state === 'deleted') return false
      if (item.canvasId) onCanvas(item.canvasId)
      const note = document.querySelector<HTMLElement>(`[data-item-id="${item.id}"]`)
      if (!note) return false
      desk.selection.chooseOnly(item.id)
      note.scrollIntoView({ block: 'center', inline: 'center' })
      note.focus({ preventScroll: true })
      return true
    }
    const showRecommendation = (): boolean => {
      const found = desk.snapshot().recommendations.find(({ id }) => id === recommendationId)
      if (!found || found.state !== 'active') return false
      document.querySelector(`[data-recommendation-id="${found.id}"]`)?.scrollIntoView({ block: 'center' })
      desk.openDialog({ kind: 'recommendation', id: found.id })
      return true
    }
    return () => clearInterval(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- once per wish; the board is read when it is looked for
  }, [itemId, recommendationId])
  return null
}

/** So that reloading, or coming back, does not jump again. */
function forgetWish(): void {
  const url = new URL(location.href)
  for (const name of ['item', 'recommendation', 'deep']) url.searchParams.delete(name)
  navigate(url.pathname + url.search, { replace: true })
}

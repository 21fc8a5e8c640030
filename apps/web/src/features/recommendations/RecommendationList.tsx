import {
  addRecommendation,
  moveRecommendation,
  type Item,
  type Recommendation,
  type RecommendationId,
} from '@tafelrunde/schema'
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { RecommendationCard } from './RecommendationCard.tsx'
import { indexAt, movedTo, neighboursAt } from './reorder.ts'
import './RecommendationList.css'

export interface RecommendationListProps {
  /** Active ones, in order. */
  readonly recommendations: readonly Recommendation[]
  readonly itemsById: ReadonlyMap<string, Item>
  readonly mayWrite: boolean
  /** What stands under the list. */
  readonly foot: ReactNode
}

interface CarriedRecommendation {
  readonly id: RecommendationId
  readonly index: number
}

/** The ordered list; entries are dragged by their handle, or picked up with the keyboard. */
export function RecommendationList({ recommendations, itemsById, mayWrite, foot }: RecommendationListProps) {
  const t = useText().recommendations
  const desk = useDesk()
  const list = useRef<HTMLOListElement>(null)
  const [carried, setCarried] = useState<CarriedRecommendation | null>(null)
  const ids = recommendations.map((recommendation) => recommendation.id)
  const shownIds = carried ? movedTo(ids, carried.id, carried.index) : ids
  const byId = new Map(recommendations.map((recommendation) => [recommendation.id, recommendation]))

  const drop = (entry: CarriedRecommendation) => {
    setCarried(null)
    if (ids.indexOf(entry.id) === entry.index) return
    desk.edit(t.didMove, (board) => moveRecommendation(board, entry.id, neighboursAt(ids, entry.id, entry.index)))
    announce(t.movedTo({ index: entry.index + 1, count: ids.length }))
  }

  const onHandleDown = (id: RecommendationId) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    let current: CarriedRecommendation = { id, index: ids.indexOf(id) }
    const move = (moved: globalThis.PointerEvent) => {
      const others = [...(list.current?.children ?? [])].filter(
        (element) =>
          element instanceof HTMLElement &&
          element.dataset['recommendationId'] &&
          element.dataset['recommendationId'] !== id,
      )
      const middles = others.map((element) => {
        const box = element.getBoundingClientRect()
        return (box.top + box.bottom) / 2
      })
      current = { id, index: indexAt(middles, moved.clientY) }
      setCarried(current)
    }
    const end = (ended: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', end)
      handle.removeEventListener('pointercancel', end)
      if (ended.type === 'pointerup') drop(current)
      else setCarried(null)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', end)
    handle.addEventListener('pointercancel', end)
  }

  const onHandleKey = (id: RecommendationId) => (event: KeyboardEvent<HTMLElement>) => {
    const isHeld = carried?.id === id
    const here = isHeld ? carried.index : ids.indexOf(id)
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (isHeld) drop(carried)
      else {
        setCarried({ id, index: here })
        announce(t.pickedUp({ index: here + 1, count: ids.length }))
      }
    } else if (isHeld && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const index = Math.min(Math.max(0, here + (event.key === 'ArrowUp' ? -1 : 1)), ids.length - 1)
      setCarried({ id, index })
      const handle = event.currentTarget
      requestAnimationFrame(() => handle.focus())
      announce(t.movedTo({ index: index + 1, count: ids.length }))
    } else if (isHeld && event.key === 'Escape') {
      event.stopPropagation()
      setCarried(null)
      announce(t.cancelled)
    }
  }

  return (
    <div className="rec-list">
      {recommendations.length === 0 && <p className="rec-empty">{mayWrite ? t.empty : t.emptyClosed}</p>}
      <ol ref={list} aria-label={t.title}>
        {shownIds.map((id, index) => {
          const recommendation = byId.get(id)
          return recommendation ? (
            <RecommendationCard
              key={id}
              recommendation={recommendation}
              index={index + 1}
              linked={recommendation.itemIds.flatMap((itemId) => itemsById.get(itemId) ?? [])}
              mayWrite={mayWrite}
              isCarried={carried?.id === id}
              onOpen={() => desk.openDialog({ kind: 'recommendation', id })}
              onHandleDown={onHandleDown(id)}
              onHandleKey={onHandleKey(id)}
            />
          ) : null
        })}
      </ol>
      {mayWrite && <RecommendationWriter />}
      {foot}
    </div>
  )
}

/** Name of the row among the drafts; a text of the tray with this field becomes a recommendation again. */
const WRITER_ROW = 'recommendations'

function RecommendationWriter() {
  const t = useText().recommendations
  const desk = useDesk()
  const title = useStore(desk.drafts, (drafts) => drafts.get(WRITER_ROW)?.text ?? '')
  const setTitle = (text: string) =>
    desk.drafts.write(WRITER_ROW, { root: 'recommendations', canvasId: null, fieldId: WRITER_ROW, text })
  const submit = () => {
    if (title.trim() === '') return
    const id = desk.edit(t.didAdd, (board) => addRecommendation(board, { title: title.trim(), author: desk.seat.id }))
    if (id === null) return
    setTitle('')
    announce(t.didAdd)
  }
  return (
    <textarea
      className="rec-writer"
      rows={1}
      value={title}
      placeholder={t.addWrite}
      aria-label={t.addTitle}
      title={t.addHint}
      lang={desk.boardLanguage}
      onChange={(event) => setTitle(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
          event.preventDefault()
          submit()
        } else if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}

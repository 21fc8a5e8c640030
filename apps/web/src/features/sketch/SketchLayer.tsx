import type { Arrow, ItemId, SketchElement, SketchEnd, SketchId, Stroke } from '@tafelrunde/schema'
import { useLayoutEffect, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { arrowPath, type Rect } from './arrowPath.ts'
import { strokePath } from './strokePath.ts'
import './SketchLayer.css'

/** A line that is being drawn and not yet written. */
export type SketchDraft =
  | { readonly type: 'stroke'; readonly points: readonly number[]; readonly colour: Stroke['colour'] }
  | { readonly type: 'arrow'; readonly from: SketchEnd; readonly to: { readonly x: number; readonly y: number } }

export interface SketchLayerProps {
  readonly elements: readonly SketchElement[]
  readonly draft: SketchDraft | null
  readonly chosen: SketchId | null
  /** Rectangle of a note in px of the free area; null while it is not shown. */
  readonly measure: (itemId: ItemId) => Rect | null
  readonly nameOf: (itemId: ItemId) => string
  /** Runs the listener whenever notes may have moved; returns the stop function. */
  readonly onLayout: (listener: () => void) => () => void
}

/** Arrows and pen strokes over the free area. Arrows stick to what they connect, also inside fields. */
export function SketchLayer({ elements, draft, chosen, measure, nameOf, onLayout }: SketchLayerProps) {
  const t = useText().board
  const [rects, setRects] = useState<ReadonlyMap<ItemId, Rect>>(new Map())

  useLayoutEffect(() => {
    const update = () => setRects((before) => measureEnds(elements, draft, { measure, before }))
    update()
    return onLayout(update)
  }, [elements, draft, measure, onLayout])

  const rectOf = (end: SketchEnd): Rect | null =>
    'itemId' in end ? (rects.get(end.itemId) ?? null) : { ...end.point, width: 0, height: 0 }
  const nameOfEnd = (end: SketchEnd) => ('itemId' in end ? nameOf(end.itemId) : t.arrowEnd)
  const strokes = elements.filter((element): element is Stroke => element.type === 'stroke')
  const arrows = elements.filter((element): element is Arrow => element.type === 'arrow')
  const draftFrom = draft?.type === 'arrow' ? rectOf(draft.from) : null

  return (
    <svg className="sketch" width="1" height="1">
      <defs>
        <marker
          id="sketch-tip"
          viewBox="0 0 10 10"
          refX="8.5"
          refY="5"
          markerWidth="8"
          markerHeight="8"
          orient="auto-start-reverse"
          markerUnits="userSpaceOnUse"
        >
          <path d="M1 1L9 5L1 9" className="sketch-tip" />
        </marker>
      </defs>
      {strokes.map((stroke, index) => (
        <path
          key={stroke.id}
          d={strokePath(stroke.points)}
          className="sketch-stroke"
          data-sketch-id={stroke.id}
          data-colour={stroke.colour}
          data-chosen={stroke.id === chosen ? '' : undefined}
          strokeWidth={stroke.width}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a part of a drawing is no img element
          role="img"
          aria-label={t.strokeName({ index: index + 1 })}
        />
      ))}
      {arrows.map((arrow) => {
        const [from, to] = [rectOf(arrow.from), rectOf(arrow.to)]
        const line = from && to ? arrowPath(from, to) : null
        if (!line) return null
        return (
          <g
            key={arrow.id}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a part of a drawing is no img element
            role="img"
            aria-label={t.arrowName({ from: nameOfEnd(arrow.from), to: nameOfEnd(arrow.to) })}
          >
            <path d={line.path} className="sketch-hit" data-sketch-id={arrow.id} />
            <path
              d={line.path}
              className="sketch-arrow"
              data-chosen={arrow.id === chosen ? '' : undefined}
              markerEnd="url(#sketch-tip)"
            />
            {arrow.label && (
              <text x={line.middle.x} y={line.middle.y - 5} className="sketch-label">
                {arrow.label}
              </text>
            )}
          </g>
        )
      })}
      {draft?.type === 'stroke' && (
        <path
          d={strokePath(draft.points)}
          className="sketch-stroke"
          data-colour={draft.colour}
          strokeWidth={3}
          aria-hidden
        />
      )}
      {draft?.type === 'arrow' && draftFrom && (
        <path
          d={arrowPath(draftFrom, { ...draft.to, width: 0, height: 0 })?.path ?? ''}
          className="sketch-arrow"
          data-draft=""
          markerEnd="url(#sketch-tip)"
          aria-hidden
        />
      )}
    </svg>
  )
}

interface Measuring {
  readonly measure: (itemId: ItemId) => Rect | null
  readonly before: ReadonlyMap<ItemId, Rect>
}

/** The rectangles of all connected notes; the same map when nothing moved, so that nothing renders again. */
function measureEnds(
  elements: readonly SketchElement[],
  draft: SketchDraft | null,
  { measure, before }: Measuring,
): ReadonlyMap<ItemId, Rect> {
  const ends = elements.flatMap((element) => (element.type === 'arrow' ? [element.from, element.to] : []))
  if (draft?.type === 'arrow') ends.push(draft.from)
  const rects = new Map<ItemId, Rect>()
  for (const end of ends) {
    if (!('itemId' in end) || rects.has(end.itemId)) continue
    const rect = measure(end.itemId)
    if (rect) rects.set(end.itemId, rect)
  }
  const isSame =
    rects.size === before.size &&
    [...rects].every(([id, rect]) => {
      const known = before.get(id)
      return (
        known && known.x === rect.x && known.y === rect.y && known.width === rect.width && known.height === rect.height
      )
    })
  return isSame ? before : rects
}

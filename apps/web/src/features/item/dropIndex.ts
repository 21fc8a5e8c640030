export interface DropRect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * The index at which something dropped at the pointer is inserted among the notes of a field.
 *
 * The rectangles are in reading order; notes may stand in one column or flow in rows of several.
 */
export function dropIndex(rects: readonly DropRect[], pointer: { readonly x: number; readonly y: number }): number {
  const index = rects.findIndex((rect, at) => comesBefore(pointer, rect, rects, at))
  return index === -1 ? rects.length : index
}

function comesBefore(
  pointer: { readonly x: number; readonly y: number },
  rect: DropRect,
  rects: readonly DropRect[],
  at: number,
): boolean {
  if (!hasNeighbourInRow(rect, rects, at)) return pointer.y < (rect.top + rect.bottom) / 2
  if (pointer.y < rect.top) return true
  return pointer.y <= rect.bottom && pointer.x < (rect.left + rect.right) / 2
}

function hasNeighbourInRow(rect: DropRect, rects: readonly DropRect[], at: number): boolean {
  return [rects[at - 1], rects[at + 1]].some(
    (other) => other !== undefined && other.top < rect.bottom && other.bottom > rect.top && other.left !== rect.left,
  )
}

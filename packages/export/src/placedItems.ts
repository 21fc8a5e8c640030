import type { BoardSnapshot, Canvas, FieldTemplate, Item } from '@tafelrunde/schema/plain'
import { readingOrder, templateOf } from '@tafelrunde/schema/plain'

/** Field of items that no field of their canvas' template knows (a field that was removed): shown, never dropped. */
export const OTHER_FIELD = 'other'

/** An item and where it appears in the dossier; canvas and field are null in the free area, the field also in OTHER_FIELD. */
export interface PlacedItem {
  readonly item: Item
  readonly canvas: Canvas | null
  readonly field: FieldTemplate | null
}

/** The canvases of a dossier: those that are not in the bin. */
export function shownCanvases(board: BoardSnapshot): readonly Canvas[] {
  return board.canvases.filter((canvas) => canvas.state === 'active')
}

/** The fields of a canvas in reading order; those of the blank template if its own is unknown. */
export function fieldsOf(canvas: Canvas): readonly FieldTemplate[] {
  return readingOrder(templateOf(canvas.templateId))
}

/** Every active or parked item of a board in reading order, each exactly once; the free area comes last. */
export function placedItems(board: BoardSnapshot): readonly PlacedItem[] {
  const live = board.items.filter((item) => item.state !== 'deleted').toSorted(byOrder)
  const onCanvases = shownCanvases(board).flatMap((canvas) => {
    const own = live.filter((item) => item.canvasId === canvas.id)
    const fields = fieldsOf(canvas)
    const isKnown = (item: Item): boolean => fields.some((field) => field.id === item.fieldId)
    const inField = (field: FieldTemplate): PlacedItem[] =>
      own.filter((item) => item.fieldId === field.id).map((item) => ({ item, canvas, field }))
    const elsewhere = own.filter((item) => !isKnown(item)).map((item) => ({ item, canvas, field: null }))
    return [...fields.flatMap(inField), ...elsewhere]
  })
  const free = live.filter((item) => item.canvasId === null).map((item) => ({ item, canvas: null, field: null }))
  return [...onCanvases, ...free]
}

function byOrder(a: Item, b: Item): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

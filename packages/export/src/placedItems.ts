import type { BoardSnapshot, Canvas, FieldTemplate, Item, ItemId } from '@tafelrunde/schema/plain'
import { clustersOf, readingOrder, templateOf } from '@tafelrunde/schema/plain'

/** Field of items that no field of their canvas' template knows (a field that was removed): shown, never dropped. */
export const OTHER_FIELD = 'other'

/** An item and where it appears in the dossier; canvas and field are null in the free area, the field also in OTHER_FIELD. */
export interface PlacedItem {
  readonly item: Item
  readonly canvas: Canvas | null
  readonly field: FieldTemplate | null
  /** The head of the cluster that it lies in; null where it stands for itself. */
  readonly headId: ItemId | null
  /** How many items lie under it. */
  readonly members: number
}

/** The canvases of a dossier: those that are not in the bin. */
export function shownCanvases(board: BoardSnapshot): readonly Canvas[] {
  return board.canvases.filter((canvas) => canvas.state === 'active')
}

/** The fields of a canvas in reading order; those of the blank template if its own is unknown. */
export function fieldsOf(canvas: Canvas): readonly FieldTemplate[] {
  return readingOrder(templateOf(canvas.templateId))
}

/**
 * Every active or parked item of a board in reading order, each exactly once: what lies in a cluster comes right behind
 * its head, the free area comes last.
 */
export function placedItems(board: BoardSnapshot): readonly PlacedItem[] {
  const { headOf, membersOf } = clustersOf(board.items)
  const placed = (items: readonly Item[], canvas: Canvas | null, field: FieldTemplate | null): PlacedItem[] => {
    const place = (item: Item): PlacedItem => {
      const [headId, members] = [headOf.get(item.id) ?? null, membersOf.get(item.id)?.length ?? 0]
      return { item, canvas, field, headId, members }
    }
    const single = items.filter(({ id }) => !headOf.has(id))
    return single.flatMap((item) => [item, ...(membersOf.get(item.id) ?? []).toSorted(byOrder)].map(place))
  }
  const live = board.items.filter((item) => item.state !== 'deleted').toSorted(byOrder)
  const onCanvases = shownCanvases(board).flatMap((canvas) => {
    const own = live.filter((item) => item.canvasId === canvas.id)
    const fields = fieldsOf(canvas)
    const isKnown = (item: Item): boolean => fields.some((field) => field.id === item.fieldId)
    const inField = (field: FieldTemplate): PlacedItem[] =>
      placed(
        own.filter((item) => item.fieldId === field.id),
        canvas,
        field,
      )
    const elsewhere = own.filter((item) => !isKnown(item))
    return [...fields.flatMap(inField), ...placed(elsewhere, canvas, null)]
  })
  const free = live.filter((item) => item.canvasId === null)
  return [...onCanvases, ...placed(free, null, null)]
}

function byOrder(a: Item, b: Item): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

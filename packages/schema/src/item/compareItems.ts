import type { Canvas } from '../canvas/Canvas.ts'
import { readingOrder } from '../canvas/CanvasTemplate.ts'
import { TEMPLATES } from '../canvas/templates.ts'
import type { CanvasId, FieldId } from '../ids.ts'
import { compareOrder, compareStrings } from '../order.ts'
import type { Item } from './Item.ts'

const FIELD_RANKS = new Map(
  Object.values(TEMPLATES).map((template) => [
    template.id,
    new Map(readingOrder(template).map((field, index) => [field.id, index])),
  ]),
)

/** Order of items on a board: by canvas, field in reading order, order key, id; the free area last. */
export function compareItems(canvases: readonly Canvas[]): (a: Item, b: Item) => number {
  const canvasRanks = new Map<CanvasId, number>(canvases.map((canvas, index) => [canvas.id, index]))
  const fieldRanks = new Map<CanvasId, ReadonlyMap<FieldId, number> | undefined>(
    canvases.map((canvas) => [canvas.id, FIELD_RANKS.get(canvas.templateId)]),
  )
  const canvasRank = (item: Item): number =>
    item.canvasId === null ? Infinity : (canvasRanks.get(item.canvasId) ?? canvases.length)
  const fieldRank = (item: Item): number =>
    item.canvasId === null ? 0 : (fieldRanks.get(item.canvasId)?.get(item.fieldId) ?? 1_000)
  return (a, b) => {
    if (a.canvasId !== b.canvasId) {
      const left = canvasRank(a)
      const right = canvasRank(b)
      return left === right ? compareStrings(a.canvasId ?? '', b.canvasId ?? '') : left < right ? -1 : 1
    }
    if (a.fieldId !== b.fieldId) {
      return fieldRank(a) - fieldRank(b) || compareStrings(a.fieldId, b.fieldId)
    }
    return compareOrder(a, b)
  }
}

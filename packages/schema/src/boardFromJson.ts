import { internalsOf, type Board } from './Board.ts'
import type { BoardContent, CanvasContent, ItemContent } from './BoardContent.ts'
import { checkCanvas, writeCanvas } from './canvas/addCanvas.ts'
import { checkService, writeService } from './canvas/services.ts'
import { FREE_FIELD, newId, type CanvasId, type SketchId } from './ids.ts'
import { checkedItem, writeItem } from './item/addItem.ts'
import type { Json } from './json.ts'
import { assertWithin, LIMITS } from './limits.ts'
import { freshOrderKeys } from './order.ts'
import { reactionKey } from './reaction/Reaction.ts'
import { checkRecommendation, writeRecommendation } from './recommendation/addRecommendation.ts'
import { parseEnd, parsePoints } from './sketch/parseSketchElement.ts'
import { normaliseLine } from './text.ts'
import { transact } from './transact.ts'
import type { Writer } from './Writer.ts'
import { SCHEMA_VERSION } from './version.ts'

/**
 * Fill an empty board with content: for import, demo and copies. One transaction; the lists keep their order.
 *
 * @throws Error if the board is not empty
 * @throws LimitExceeded before anything is written
 */
export function boardFromJson(board: Board, content: BoardContent): void {
  const { roots, meta } = internalsOf(board)
  if (roots.canvases.size + roots.items.size + roots.recommendations.size + roots.sketch.size > 0) {
    throw new Error('content can only fill an empty board')
  }
  checkContent(content)
  transact(board, 'boardFromJson', (write) => {
    if (meta.get('version') === undefined) meta.set('version', SCHEMA_VERSION)
    const canvasOrders = freshOrderKeys(content.canvases.length)
    for (const [index, canvas] of content.canvases.entries()) fillCanvas(write, canvas, canvasOrders[index] as string)
    fillItems(
      write,
      null,
      (content.freeItems ?? []).map((item) => ({ ...item, fieldId: FREE_FIELD })),
    )
    fillRecommendations(write, content)
    fillSketch(write, content)
    return true
  })
}

function checkContent(content: BoardContent): void {
  const items = content.canvases.flatMap((canvas) => canvas.items ?? [])
  assertWithin('canvas.tooMany', content.canvases.length, LIMITS.canvasesPerBoard)
  assertWithin('item.tooMany', items.length + (content.freeItems?.length ?? 0), LIMITS.itemsPerBoard)
  assertWithin('recommendation.tooMany', content.recommendations?.length ?? 0, LIMITS.recommendationsPerBoard)
  assertWithin('sketch.tooMany', content.sketch?.length ?? 0, LIMITS.sketchPerBoard)
  const notes = [...items, ...(content.freeItems ?? [])]
  for (const item of notes) checkedItem(item)
  const reactions = notes.reduce((sum, item) => sum + (item.agreedBy?.length ?? 0), 0)
  assertWithin('reaction.tooMany', reactions, LIMITS.reactionsPerBoard)
  for (const canvas of content.canvases) {
    checkCanvas(canvas)
    assertWithin('canvas.tooMany', canvas.services?.length ?? 0, LIMITS.servicesPerCanvas)
    for (const service of canvas.services ?? []) checkService(service)
  }
  for (const recommendation of content.recommendations ?? []) checkRecommendation(inList(recommendation))
}

/** Without a state that only a board can give. */
function inList<T extends { readonly state?: 'active' | 'parked' | 'deleted' }>(
  entry: T,
): Omit<T, 'state'> & { state?: 'active' | 'parked' } {
  const { state, ...rest } = entry
  return state === 'parked' ? { ...rest, state } : rest
}

function fillCanvas(write: Writer, canvas: CanvasContent, order: string): void {
  const id = writeCanvas(write, canvas, order)
  for (const service of canvas.services ?? []) writeService(write, id, service)
  if (canvas.state === 'deleted') write.set('canvases', id, 'state', 'deleted')
  fillItems(write, id, canvas.items ?? [])
}

function fillItems(write: Writer, canvasId: CanvasId | null, items: readonly ItemContent[]): void {
  const orders = freshOrderKeys(items.length)
  for (const [index, item] of items.entries()) {
    const id = writeItem(write, {
      ...inList(item),
      place: { canvasId, fieldId: item.fieldId, position: item.position ?? null },
      order: orders[index] as string,
      text: checkedItem(item),
    })
    if (item.state === 'deleted') write.set('items', id, 'state', 'deleted')
    for (const seatId of item.agreedBy ?? []) {
      write.create('reactions', reactionKey(id, seatId), { values: { kind: 'agree' } })
    }
  }
}

function fillRecommendations(write: Writer, { recommendations = [] }: BoardContent): void {
  const orders = freshOrderKeys(recommendations.length)
  for (const [index, recommendation] of recommendations.entries()) {
    const id = writeRecommendation(write, inList(recommendation), orders[index] as string)
    if (recommendation.state === 'deleted') write.set('recommendations', id, 'state', 'deleted')
  }
}

function fillSketch(write: Writer, { sketch = [] }: BoardContent): void {
  const orders = freshOrderKeys(sketch.length)
  for (const [index, element] of sketch.entries()) {
    const id = element.id ?? newId<SketchId>()
    const order = orders[index] as string
    if (element.type === 'arrow') {
      const values = { type: 'arrow', from: parseEnd(element.from) as Json, to: parseEnd(element.to) as Json, order }
      write.create('sketch', id, { values, texts: { label: normaliseLine(element.label ?? '') } })
    } else {
      const points = parsePoints(element.points) ?? []
      const { colour, width } = element
      write.create('sketch', id, { values: { type: 'stroke', points, colour, width, order } })
    }
  }
}

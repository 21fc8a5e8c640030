import type { BoardContent, CanvasContent, ItemContent, RecommendationContent } from './BoardContent.ts'
import type { BoardSnapshot } from './BoardSnapshot.ts'
import type { Item } from './item/Item.ts'
import type { Recommendation } from './recommendation/Recommendation.ts'

/**
 * A snapshot as content that `boardFromJson` takes: with all ids, those in the bin too. Items on a canvas that is not
 * there come into the free area.
 */
export function contentOfSnapshot(board: BoardSnapshot): BoardContent {
  const known = new Set(board.canvases.map((canvas) => canvas.id))
  return {
    canvases: board.canvases.map((canvas): CanvasContent => {
      const { order: _order, services, ...rest } = canvas
      const items = board.items.filter((item) => item.canvasId === canvas.id).map(itemContent)
      return { ...rest, services: services.map(({ text, url }) => ({ text, url })), items }
    }),
    recommendations: board.recommendations.map(recommendationContent),
    freeItems: board.items
      .filter((item) => item.canvasId === null || !known.has(item.canvasId))
      .map((item) => itemContent(item)),
    sketch: board.sketch.map(({ order: _order, ...element }) => element),
  }
}

function itemContent(item: Item): ItemContent {
  const { id, fieldId, position, text, visibility, tags, state, attributes } = item
  return {
    id,
    fieldId,
    position,
    text,
    visibility,
    tags,
    state,
    attributes,
    ...(item.evidence === null ? {} : { evidence: item.evidence }),
    ...(item.sourceUrl === null ? {} : { sourceUrl: item.sourceUrl }),
    ...(item.colour === null ? {} : { colour: item.colour }),
    ...(item.headId === null ? {} : { headId: item.headId }),
    ...(item.agreedBy.length === 0 ? {} : { agreedBy: item.agreedBy }),
    ...(item.author === null ? {} : { author: item.author }),
    ...(item.createdAt === null ? {} : { createdAt: item.createdAt }),
  }
}

function recommendationContent(recommendation: Recommendation): RecommendationContent {
  const { order: _order, author, createdAt, ...rest } = recommendation
  return { ...rest, ...(author === null ? {} : { author }), ...(createdAt === null ? {} : { createdAt }) }
}

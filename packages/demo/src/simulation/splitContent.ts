import type { BoardContent, ItemContent, RecommendationContent } from '@tafelrunde/schema/plain'

/** A board's content as it stands in the middle of the work, and what is still to come. */
export interface SplitContent {
  readonly present: BoardContent
  readonly laterItems: readonly ItemContent[]
  readonly laterRecommendations: readonly RecommendationContent[]
}

/**
 * Take the first `share` (0 to 1) of every field, at least one note, and of the recommendations. Links and arrows stay where both ends are
 * present; later recommendations keep all their links.
 */
export function splitContent(content: BoardContent, share: number): SplitContent {
  const laterItems: ItemContent[] = []
  const canvases = content.canvases.map((canvas) => {
    const items = canvas.items ?? []
    const early = items.filter((item) => {
      const field = items.filter((other) => other.fieldId === item.fieldId)
      return field.indexOf(item) < Math.max(1, Math.round(field.length * share))
    })
    laterItems.push(...items.filter((item) => !early.includes(item)))
    return { ...canvas, items: early }
  })
  const absent = new Set(laterItems.map((item) => item.id))
  const recommendations = content.recommendations ?? []
  const early = recommendations.slice(0, Math.floor(recommendations.length * share))
  return {
    present: {
      ...content,
      canvases,
      recommendations: early.map((entry) => ({
        ...entry,
        itemIds: (entry.itemIds ?? []).filter((id) => !absent.has(id)),
      })),
      sketch: (content.sketch ?? []).filter(
        (element) =>
          element.type === 'stroke' ||
          [element.from, element.to].every((end) => !('itemId' in end) || !absent.has(end.itemId)),
      ),
    },
    laterItems,
    laterRecommendations: recommendations.slice(early.length),
  }
}

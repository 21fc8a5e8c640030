import { newId, richTextOf, type BoardContent, type ItemId, type RecommendationContent } from '@tafelrunde/schema/plain'
import type { DemoGroup, DemoRecommendation, DemoReference } from './DemoContent.ts'
import { freeNoteContent, noteContent } from './noteContent.ts'

/**
 * One group's board, complete: canvas, free area, arrows, strokes, and recommendations that refer to the notes they
 * rest on.
 *
 * @throws Error naming a reference that leads nowhere
 */
export function groupBoardContent(group: DemoGroup): BoardContent {
  const byField = Object.fromEntries(
    Object.entries(group.fields).map(([fieldId, entries]) => [
      fieldId,
      entries.map((entry) => noteContent(entry, fieldId)),
    ]),
  )
  const freeItems = group.freeNotes.map(freeNoteContent)
  const itemIdAt = (reference: DemoReference): ItemId => {
    const [fieldId = '', index = ''] = reference.split('/')
    const item = (fieldId === 'free' ? freeItems : byField[fieldId])?.[Number(index)]
    if (!item) throw new Error(`${group.name}: ${reference} leads nowhere`)
    return item.id
  }
  return {
    canvases: [
      {
        templateId: 'target-group',
        title: group.targetGroup,
        kind: group.kind,
        services: group.services.map((text) => ({ text })),
        summary: richTextOf(group.summary),
        items: Object.values(byField).flat(),
      },
    ],
    freeItems,
    recommendations: group.recommendations.map((recommendation) => recommendationContent(recommendation, itemIdAt)),
    sketch: [
      ...group.arrows.map(({ from, to, label }) => ({
        type: 'arrow' as const,
        from: { itemId: itemIdAt(from) },
        to: { itemId: itemIdAt(to) },
        label,
      })),
      ...group.strokes.map((points) => ({ type: 'stroke' as const, points, colour: 'accent' as const, width: 3 })),
    ],
  }
}

function recommendationContent(
  { basedOn, description, rationale, ...rest }: DemoRecommendation,
  itemIdAt: (reference: DemoReference) => ItemId,
): RecommendationContent {
  return {
    ...rest,
    id: newId(),
    description: richTextOf(description),
    rationale: richTextOf(rationale),
    itemIds: basedOn.map(itemIdAt),
  }
}

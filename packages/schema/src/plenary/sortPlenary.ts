import { readingOrder } from '../canvas/CanvasTemplate.ts'
import { TEMPLATES } from '../canvas/templates.ts'
import { compareStrings } from '../order.ts'
import { compareSections } from './mergeRules.ts'
import type { PlenaryEntry, PlenaryView } from './PlenaryView.ts'

const TEMPLATE_IDS = Object.keys(TEMPLATES)
const FIELD_RANKS = new Map(
  Object.values(TEMPLATES).flatMap((template) =>
    readingOrder(template).map((field, index) => [`${template.id}/${field.id}`, index] as const),
  ),
)

/** Rank of a field in the merged view: built-in templates one after the other, then the unknown, the free area last. */
export function fieldRank({ templateId, fieldId }: Pick<PlenaryEntry, 'templateId' | 'fieldId'>): number {
  if (templateId === null) return Number.MAX_SAFE_INTEGER
  const template = TEMPLATE_IDS.indexOf(templateId)
  const field = FIELD_RANKS.get(`${templateId}/${fieldId}`) ?? 999
  return (template < 0 ? TEMPLATE_IDS.length : template) * 1_000 + field
}

/** The view with every list in its one order, which follows from the content alone. */
export function sortPlenary(view: PlenaryView): PlenaryView {
  const ranks = new Map(view.targetGroups.map((targetGroup, index) => [targetGroup.key, index]))
  const rankOf = (entry: PlenaryEntry): number => ranks.get(entry.targetGroupKey) ?? ranks.size
  const compareEntries = (a: PlenaryEntry, b: PlenaryEntry): number =>
    rankOf(a) - rankOf(b) ||
    fieldRank(a) - fieldRank(b) ||
    compareStrings(a.fieldId, b.fieldId) ||
    compareSections(a.section, b.section) ||
    compareStrings(a.order, b.order) ||
    compareStrings(a.key, b.key)
  return {
    ...view,
    canvases: view.canvases.toSorted((a, b) => compareStrings(a.order, b.order)),
    entries: view.entries.toSorted(compareEntries),
    recommendations: view.recommendations.toSorted(
      (a, b) => compareStrings(a.order, b.order) || compareStrings(a.key, b.key),
    ),
    channelFits: view.channelFits.toSorted((a, b) => compareStrings(a.key, b.key)),
  }
}

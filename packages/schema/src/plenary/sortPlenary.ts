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
  return {
    ...view,
    canvases: view.canvases.toSorted((a, b) => compareStrings(a.order, b.order)),
    entries: sortEntries(view),
    recommendations: view.recommendations.toSorted(
      (a, b) => compareStrings(a.order, b.order) || compareStrings(a.key, b.key),
    ),
    channelFits: view.channelFits.toSorted((a, b) => compareStrings(a.key, b.key)),
  }
}

/** By target group, field, section and order. Ranks are looked up once per entry, not once per comparison. */
function sortEntries({ targetGroups, entries }: PlenaryView): PlenaryEntry[] {
  const ranks = new Map(targetGroups.map((targetGroup, index) => [targetGroup.key, index]))
  return entries
    .map((entry) => ({ entry, group: ranks.get(entry.targetGroupKey) ?? ranks.size, field: fieldRank(entry) }))
    .toSorted(
      (a, b) =>
        a.group - b.group ||
        a.field - b.field ||
        compareStrings(a.entry.fieldId, b.entry.fieldId) ||
        compareSections(a.entry.section, b.entry.section) ||
        compareStrings(a.entry.order, b.entry.order) ||
        compareStrings(a.entry.key, b.entry.key),
    )
    .map(({ entry }) => entry)
}

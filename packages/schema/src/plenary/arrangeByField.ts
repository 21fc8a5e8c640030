import { readingOrder, type FieldTemplate } from '../canvas/CanvasTemplate.ts'
import { fieldOf, TEMPLATES } from '../canvas/templates.ts'
import { FREE_FIELD, type FieldId } from '../ids.ts'
import { compareSections } from './mergeRules.ts'
import type { PlenaryEntry, PlenaryView } from './PlenaryView.ts'
import { fieldRank } from './sortPlenary.ts'

/** Entries of one section that stand for themselves, and what is folded into each (by the head's key). */
export interface PlenarySection {
  readonly section: string
  readonly entries: readonly PlenaryEntry[]
  readonly folded: Readonly<Record<string, readonly PlenaryEntry[]>>
}

/** One field over all groups. */
export interface PlenaryField {
  readonly templateId: string | null
  readonly field: FieldTemplate
  readonly sections: readonly PlenarySection[]
}

const FREE_AREA: FieldTemplate = {
  id: FREE_FIELD,
  label: { de: 'Freie Fläche', en: 'Free area' },
  prompt: { de: 'Was neben den Feldern steht', en: 'What stands beside the fields' },
  type: 'items',
  layout: 'deepening',
  merge: 'union',
  tint: 'stone',
}

/**
 * The merged view by field, in reading order, with every entry in exactly one place: as an entry of its section or
 * folded under its head, also when only a part is looked at. Fields of the templates in use are listed even when nobody wrote in them.
 */
export function arrangeByField(
  view: PlenaryView,
  { fieldId, targetGroupKey }: { readonly fieldId?: FieldId; readonly targetGroupKey?: string } = {},
): readonly PlenaryField[] {
  const matches = (entry: PlenaryEntry): boolean =>
    (fieldId === undefined || entry.fieldId === fieldId) &&
    (targetGroupKey === undefined || entry.targetGroupKey === targetGroupKey)
  const heads = headsOf(view.entries.filter(matches))
  const folded = Map.groupBy(
    view.entries.filter(({ key }) => heads.get(key) !== undefined),
    ({ key }) => heads.get(key) as string,
  )
  const fields = new Map<string, { templateId: string | null; fieldId: FieldId; entries: PlenaryEntry[] }>()
  const openField = (templateId: string | null, id: FieldId): PlenaryEntry[] => {
    const key = `${templateId}/${id}`
    const known = fields.get(key) ?? { templateId, fieldId: id, entries: [] }
    fields.set(key, known)
    return known.entries
  }
  for (const canvas of view.canvases) {
    if (targetGroupKey !== undefined && canvas.targetGroupKey !== targetGroupKey) continue
    for (const field of itemFieldsOf(canvas.templateId)) {
      if (fieldId === undefined || fieldId === field.id) openField(canvas.templateId, field.id)
    }
  }
  for (const entry of view.entries) {
    if (matches(entry) && !heads.has(entry.key)) openField(entry.templateId, entry.fieldId).push(entry)
  }
  return [...fields.values()]
    .toSorted((a, b) => fieldRank(a) - fieldRank(b) || (a.fieldId < b.fieldId ? -1 : 1))
    .map((field) => ({
      templateId: field.templateId,
      field: templateFieldOf(field.templateId, field.fieldId),
      sections: sectionsOf(field.entries, folded),
    }))
}

/**
 * Of each entry that is shown under another one: which. Where the head is not among those that are looked at (it
 * belongs to another target group or field), the first of the others stands in for it; nothing is left out.
 */
function headsOf(entries: readonly PlenaryEntry[]): ReadonlyMap<string, string> {
  const shown = new Set(entries.map(({ key }) => key))
  const standIns = new Map<string, PlenaryEntry>()
  for (const entry of entries) {
    if (entry.foldedInto === null || shown.has(entry.foldedInto)) continue
    const known = standIns.get(entry.foldedInto)
    if (!known || entry.order < known.order) standIns.set(entry.foldedInto, entry)
  }
  return new Map(
    entries.flatMap(({ key, foldedInto }) => {
      if (foldedInto === null) return []
      const head = standIns.get(foldedInto)?.key ?? foldedInto
      return head === key ? [] : [[key, head] as const]
    }),
  )
}

function itemFieldsOf(templateId: string): readonly FieldTemplate[] {
  const template = TEMPLATES[templateId]
  if (!template) return []
  return readingOrder(template).filter((field) => field.type === 'items' || field.type === 'messages')
}

function templateFieldOf(templateId: string | null, fieldId: FieldId): FieldTemplate {
  const template = templateId === null ? undefined : TEMPLATES[templateId]
  const known = template ? fieldOf(template, fieldId) : null
  if (known) return known
  return fieldId === FREE_FIELD ? FREE_AREA : { ...FREE_AREA, id: fieldId, label: { de: fieldId, en: fieldId } }
}

function sectionsOf(
  entries: readonly PlenaryEntry[],
  folded: ReadonlyMap<string, readonly PlenaryEntry[]>,
): PlenarySection[] {
  const sections = Map.groupBy(entries, (entry) => entry.section)
  return [...sections.keys()].toSorted(compareSections).map((section) => {
    const own = (sections.get(section) ?? []).toSorted((a, b) => (a.order < b.order ? -1 : 1))
    const under = own.flatMap((entry) => {
      const members = folded.get(entry.key)
      return members ? [[entry.key, members] as const] : []
    })
    return { section, entries: own, folded: Object.fromEntries(under) }
  })
}

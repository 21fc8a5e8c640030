import type { FieldId } from '../ids.ts'
import type { NoteColour } from '../item/Item.ts'

/** A text in both languages of the product; German is the source. */
export interface LocalText {
  readonly de: string
  readonly en: string
}

/** What a field holds. */
export type FieldType = 'text' | 'rich-text' | 'choice' | 'items' | 'messages' | 'links'

/** How a field is merged in the plenary. */
export const MERGE_RULES = [
  'side-by-side',
  'majority',
  'union',
  'union-fold',
  'by-cause',
  'by-phase',
  'by-organisation',
  'channel-fit',
  'side-by-side-vote',
] as const
export type MergeRule = (typeof MERGE_RULES)[number]

/** Which attributes the items of a field carry. */
export type FieldAttribute = 'cause' | 'phase' | 'channel' | 'multiplier' | 'clarify' | 'harvest' | 'scale'

/** One value of a choice. */
export interface FieldChoice {
  readonly id: string
  readonly label: LocalText
}

/** A typed region of a canvas, as data. */
export interface FieldTemplate {
  readonly id: FieldId
  readonly label: LocalText
  readonly prompt: LocalText
  readonly type: FieldType
  readonly required?: true
  readonly maxCharacters?: number
  readonly layout: 'head' | 'grid' | 'foot' | 'deepening'
  readonly row?: 1 | 2 | 3
  readonly column?: 1 | 2 | 3
  readonly attribute?: FieldAttribute
  readonly choices?: readonly FieldChoice[]
  readonly merge: MergeRule
  readonly tint: NoteColour
}

/** A canvas as data: what fields it has and where they stand. */
export interface CanvasTemplate {
  readonly id: string
  readonly label: LocalText
  readonly fields: readonly FieldTemplate[]
}

const LAYOUT_RANK = { head: 0, grid: 1, foot: 2, deepening: 3 } as const

/** The fields as outline and every export read them: head, grid row by row, foot, deepening. */
export function readingOrder(template: CanvasTemplate): readonly FieldTemplate[] {
  const rank = (field: FieldTemplate): number =>
    LAYOUT_RANK[field.layout] * 100 + (field.layout === 'grid' ? (field.row ?? 3) * 10 + (field.column ?? 3) : 0)
  return template.fields.toSorted((a, b) => rank(a) - rank(b))
}

import { deepFreeze } from '../json.ts'
import type { CanvasTemplate, FieldTemplate } from './CanvasTemplate.ts'
import { blank } from './templates/blank.ts'
import { harvest } from './templates/harvest.ts'
import { targetGroup } from './templates/targetGroup.ts'

/**
 * The built-in templates by id. Without a prototype: a client may write any id into a canvas, and under `constructor`
 * nothing may be found that breaks every page which shows the board.
 */
export const TEMPLATES: Readonly<Record<string, CanvasTemplate>> = deepFreeze(
  Object.assign(Object.create(null) as Record<string, CanvasTemplate>, {
    [targetGroup.id]: targetGroup,
    [harvest.id]: harvest,
    [blank.id]: blank,
  }),
)

/** The template with this id; the blank one for an id that this version does not know, so that a canvas still shows. */
export function templateOf(templateId: string): CanvasTemplate {
  return TEMPLATES[templateId] ?? blank
}

/** A field of a template, or null. */
export function fieldOf(template: CanvasTemplate, fieldId: string): FieldTemplate | null {
  return template.fields.find((field) => field.id === fieldId) ?? null
}

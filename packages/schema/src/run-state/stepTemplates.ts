import { deepFreeze } from '../json.ts'
import type { RunSheetTemplate } from './StepTemplate.ts'
import { ozgMarketing4h } from './templates/ozgMarketing4h.ts'
import { short2h } from './templates/short2h.ts'

const blank: RunSheetTemplate = {
  id: 'blank',
  label: { de: 'Ohne Regieplan', en: 'Without a run sheet' },
  steps: [],
}

/** The built-in run sheets by id. Without a step everything is allowed. */
export const STEP_TEMPLATES: Readonly<Record<string, RunSheetTemplate>> = deepFreeze({
  [ozgMarketing4h.id]: ozgMarketing4h,
  [short2h.id]: short2h,
  [blank.id]: blank,
})

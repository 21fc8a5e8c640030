import { AppError } from '@tafelrunde/protocol'
import { STEP_TEMPLATES, stepsFromTemplate, type Step } from '@tafelrunde/schema/plain'

/**
 * The run sheet of a template in one language, with new ids; no template, no steps.
 *
 * @throws AppError `request.malformed` for an unknown template
 */
export function makeSteps(
  templateId: string | undefined,
  language: 'de' | 'en',
  workshop: { hasTalks: boolean },
): readonly Step[] {
  if (templateId === undefined) return []
  const template = Object.hasOwn(STEP_TEMPLATES, templateId) ? STEP_TEMPLATES[templateId] : undefined
  if (!template) {
    const known = Object.keys(STEP_TEMPLATES).join(', ')
    throw new AppError('request.malformed', `template: must be one of ${known}`)
  }
  return stepsFromTemplate(template, language, workshop)
}

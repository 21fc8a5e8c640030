import type { LocalText } from '../canvas/CanvasTemplate.ts'
import { newId, type StepId, type StepPartId } from '../ids.ts'
import type { Step } from './RunState.ts'
import type { VotePlan } from './VotePlan.ts'

/** A part of a step in both languages. */
export interface StepPartTemplate {
  readonly title: LocalText
  readonly instruction: LocalText
  readonly minutes: number
}

/** A vote in both languages; what is voted on comes from the boards. */
export interface VoteTemplate extends Omit<VotePlan, 'question' | 'options'> {
  readonly question: LocalText
}

/** A step in both languages. */
export interface StepTemplate
  extends
    StepPartTemplate,
    Pick<Step, 'writableRoots' | 'where' | 'visibility' | 'isPlenaryOpen' | 'screen' | 'isHidden' | 'ending'> {
  readonly parts: readonly StepPartTemplate[]
  readonly vote: VoteTemplate | null
}

/** A run sheet as data: what a workshop starts with; moderators change it afterwards. */
export interface RunSheetTemplate {
  readonly id: string
  readonly label: LocalText
  readonly steps: readonly StepTemplate[]
}

/**
 * The steps of a template in one language, with fresh ids. The common board has the fields of the harvest only where
 * there are talks; without them a vote on one of these fields is about every note.
 */
export function stepsFromTemplate(
  template: RunSheetTemplate,
  language: 'de' | 'en',
  { hasTalks = true }: { hasTalks?: boolean } = {},
): Step[] {
  return template.steps.map((step) => ({
    id: newId<StepId>(),
    title: step.title[language],
    instruction: step.instruction[language],
    minutes: step.minutes,
    writableRoots: [...step.writableRoots],
    where: step.where,
    visibility: step.visibility,
    isPlenaryOpen: step.isPlenaryOpen,
    screen: step.screen,
    parts: step.parts.map((part) => ({
      id: newId<StepPartId>(),
      title: part.title[language],
      instruction: part.instruction[language],
      minutes: part.minutes,
      rules: null,
    })),
    isHidden: step.isHidden,
    vote: step.vote && {
      ...step.vote,
      question: step.vote.question[language],
      fieldId: hasTalks || step.vote.where === 'groups' ? step.vote.fieldId : null,
      options: [],
    },
    ending: step.ending,
  }))
}

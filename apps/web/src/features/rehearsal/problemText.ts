import type { PlanProblemRecord, RehearsalProblemRecord } from '@tafelrunde/protocol'
import type { RehearsalMessages } from '../../i18n/messages.ts'

/** What a problem means, in a sentence or two. */
export function problemText(
  texts: RehearsalMessages['rehearsal'],
  { code, figures }: PlanProblemRecord | RehearsalProblemRecord,
): string {
  const sentence: string | ((figures: never) => string) = texts.problems[code]
  // Which figures come with a code is settled by the rules of the check and of the rehearsal; a sentence asks for no others.
  return typeof sentence === 'string' ? sentence : sentence(figures as never)
}

import { dateAndTime, dateRange } from './dates.ts'
import { DOSSIER_WORDS } from './labels/dossierWords.ts'
import { escapeMarkdown } from './markdown/escapeMarkdown.ts'
import { groupMarkdown } from './markdown/groupMarkdown.ts'
import type { ResultsModel } from './ResultsModel.ts'

/** The dossier as CommonMark. No text of a participant can become markup, HTML or a link. */
export function toMarkdown(model: ResultsModel): string {
  const words = DOSSIER_WORDS[model.language]
  const { workshop } = model
  const facts = [
    [words.date, dateRange(workshop, model.language) ?? ''],
    [words.organisations, workshop.organisations.join(', ')],
    [words.targetGroups, model.targetGroups.join(', ')],
    [words.talks, model.talks.map((talk) => `${talk.organisation}: ${talk.title}`).join('; ')],
    [words.generated, dateAndTime(model.generatedAt, workshop.timeZone, model.language)],
  ] as const
  const parts = [
    `# ${escapeMarkdown(workshop.title)}`,
    workshop.isExample ? `**${escapeMarkdown(words.example)}**` : '',
    facts
      .filter(([, value]) => value !== '')
      .map(([label, value]) => `- ${escapeMarkdown(`${label}: ${value}`)}`)
      .join('\n'),
    ...model.groups.map((group) => groupMarkdown(group, model.language)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

import type { Talk } from '@tafelrunde/schema/plain'
import { isoDate } from './dates.ts'
import { ATTRIBUTE_LABELS } from './labels/attributeLabels.ts'
import { DOSSIER_WORDS, type AttributeName } from './labels/dossierWords.ts'
import { readableLine } from './readableText.ts'
import type { ResultsContext } from './ResultsContext.ts'
import type { Fact, ResultsEntry } from './ResultsModel.ts'

/** The attributes of an item in words, in a fixed order; only those that are set. */
export function itemFacts(entry: Omit<ResultsEntry, 'facts'>, { run, language }: ResultsContext): readonly Fact[] {
  const labels = ATTRIBUTE_LABELS[language]
  const words = DOSSIER_WORDS[language]
  const { attributes } = entry
  // On the harvest canvas practice and questions have a field each.
  const isSaidByField = attributes.harvestKind === entry.fieldId
  const talk = run.talks.find((candidate) => candidate.id === attributes.talkId)
  const values: readonly (readonly [AttributeName, string | null | undefined])[] = [
    ['cause', attributes.cause && labels.cause[attributes.cause]],
    ['phase', attributes.phase && labels.phase[attributes.phase]],
    ['channelType', attributes.channelType && labels.channelType[attributes.channelType]],
    ['fit', attributes.fit && labels.fit[attributes.fit]],
    ['organisation', attributes.organisation],
    ['level', attributes.level && labels.level[attributes.level]],
    ['harvestKind', isSaidByField ? null : attributes.harvestKind && labels.harvestKind[attributes.harvestKind]],
    ['talk', talk && talkName(talk)],
    ['scale', attributes.scale && words.outOf(attributes.scale, 5)],
    ['clarifiedBy', attributes.clarifiedBy],
    ['until', attributes.until && isoDate(attributes.until, language)],
    ['evidence', entry.evidence && labels.evidence[entry.evidence]],
    ['tags', entry.tags.join(', ')],
  ]
  const facts = values.flatMap(([key, raw]): Fact[] => {
    const value = readableLine(raw ?? '')
    return value === '' ? [] : [{ key, label: words.attribute[key], value }]
  })
  if (entry.sourceUrl) {
    facts.push({ key: 'source', label: words.attribute.source, value: entry.sourceUrl, href: entry.sourceUrl })
  }
  return facts
}

function talkName(talk: Talk): string {
  return [talk.organisation, talk.title].filter((part) => part !== '').join(': ')
}

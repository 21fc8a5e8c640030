import { isoDate } from './dates.ts'
import { ATTRIBUTE_LABELS, type Language } from './labels/attributeLabels.ts'
import { DOSSIER_WORDS, type AttributeName } from './labels/dossierWords.ts'
import { followableHref, readableLine } from './readableText.ts'
import type { Fact, ResultsRecommendation } from './ResultsModel.ts'

/** The attributes of a recommendation in words, in a fixed order; only those that are set. */
export function recommendationFacts(
  { source, targetGroups, code, status, priority }: Omit<ResultsRecommendation, 'facts'>,
  language: Language,
): readonly Fact[] {
  const labels = ATTRIBUTE_LABELS[language]
  const words = DOSSIER_WORDS[language]
  const values: readonly (readonly [AttributeName, string | null])[] = [
    ['code', code],
    ['status', code && words.status[status]],
    ['priority', priority === null ? null : String(priority)],
    ['targetGroups', targetGroups.join(', ')],
    ['addressees', source.addressees.map((addressee) => labels.addressee[addressee]).join(', ')],
    ['type', source.type && labels.type[source.type]],
    ['lead', source.lead],
    ['partners', source.partners],
    ['firstStep', source.firstStep],
    ['until', source.until && isoDate(source.until, language)],
    ['horizon', source.horizon && labels.horizon[source.horizon]],
    ['effort', source.effort && words.outOf(source.effort, 5)],
    ['impact', source.impact && words.outOf(source.impact, 5)],
    ['resources', source.resources],
    ['dependencies', source.dependencies],
    ['risks', source.risks],
    ['indicator', source.indicator],
    ['visibility', labels.visibility[source.visibility]],
  ]
  const facts = values.flatMap(([key, raw]): Fact[] => {
    const value = readableLine(raw ?? '')
    return value === '' ? [] : [{ key, label: words.attribute[key], value }]
  })
  const examples = source.examples.flatMap((example): Fact[] => {
    const value = readableLine(example)
    const href = followableHref(value)
    if (value === '') return []
    return [{ key: 'examples', label: words.attribute.examples, value, ...(href ? { href } : {}) }]
  })
  return [...facts, ...examples]
}

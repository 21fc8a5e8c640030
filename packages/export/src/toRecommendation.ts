import type { Group, Recommendation } from '@tafelrunde/schema/plain'
import { readableLine, readableRichText } from './readableText.ts'
import { recommendationFacts } from './recommendationFacts.ts'
import { entryKey, type ResultsContext } from './ResultsContext.ts'
import type { ResultsRecommendation } from './ResultsModel.ts'

/** One recommendation as a dossier shows it; entries it rests on that are not in the dossier are left out. */
export function toRecommendation(
  group: Group,
  source: Recommendation,
  number: number,
  context: ResultsContext,
): ResultsRecommendation {
  const standing = context.standingOf.get(entryKey(group.id, source.id))
  const recommendation = {
    reference: `${group.letter}-${context.language === 'de' ? 'H' : 'R'}${number}`,
    recommendationId: source.id,
    groupId: group.id,
    code: standing?.code ?? null,
    status: standing?.status ?? ('draft' as const),
    priority: standing?.priority ?? null,
    title: readableLine(source.title),
    description: readableRichText(source.description),
    rationale: readableRichText(source.rationale),
    linked: source.itemIds.flatMap((itemId) => {
      const reference = context.referenceOf.get(entryKey(group.id, itemId))
      return reference ? [{ itemId, reference }] : []
    }),
    targetGroups: source.targetGroupIds.flatMap((id) => {
      const target = context.run.targetGroups.find((candidate) => candidate.id === id)
      return target ? [readableLine(target.title)] : []
    }),
    state: source.state,
    source,
  }
  return { ...recommendation, facts: recommendationFacts(recommendation, context.language) }
}

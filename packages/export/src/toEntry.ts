import type { Group } from '@tafelrunde/schema/plain'
import { FREE_FIELD, plainTextOf } from '@tafelrunde/schema/plain'
import { itemFacts } from './itemFacts.ts'
import { DOSSIER_WORDS, type DossierWords } from './labels/dossierWords.ts'
import { OTHER_FIELD, type PlacedItem } from './placedItems.ts'
import { followableHref, readableLine, readableRichText } from './readableText.ts'
import { entryKey, type ResultsContext } from './ResultsContext.ts'
import type { Fact, ResultsEntry } from './ResultsModel.ts'

/** One item as a dossier shows it: readable text, followable links, no author, what the plenary made of it. */
export function toEntry(
  group: Group,
  { item, canvas, field, headId, members }: PlacedItem,
  context: ResultsContext,
): ResultsEntry {
  const { language } = context
  const words = DOSSIER_WORDS[language]
  const key = entryKey(group.id, item.id)
  const text = readableRichText(item.text)
  const plainText = plainTextOf(text)
  const merged = context.mergedOf.get(key)
  const merging = merged ? plainTextOf(readableRichText(merged.text)) : plainText
  const entry = {
    reference: context.referenceOf.get(key) ?? '',
    itemId: item.id,
    groupId: group.id,
    canvasId: canvas?.id ?? null,
    canvasTitle: canvas ? readableLine(canvas.title) : null,
    fieldId: field?.id ?? (canvas ? OTHER_FIELD : FREE_FIELD),
    fieldLabel: field?.label[language] ?? (canvas ? words.otherField : words.freeArea),
    text,
    plainText,
    state: item.state,
    attributes: item.attributes,
    evidence: item.evidence,
    tags: item.tags.map(readableLine).filter((tag) => tag !== ''),
    sourceUrl: followableHref(item.sourceUrl),
    visibility: item.visibility,
    foldedInto: merged?.foldedInto ? (context.referenceOf.get(merged.foldedInto) ?? null) : null,
    clusterHead: headId === null ? null : (context.referenceOf.get(entryKey(group.id, headId)) ?? null),
    agreement: item.agreedBy.length,
    plenaryWording: merging === plainText ? null : merging,
  }
  return { ...entry, facts: [...itemFacts(entry, context), ...togetherFacts(entry, members, words)] }
}

/** What others have made of the entry on the board: a cluster under it, and how many agree. */
function togetherFacts(
  { agreement, attributes }: Pick<ResultsEntry, 'agreement' | 'attributes'>,
  members: number,
  words: DossierWords,
): readonly Fact[] {
  const agree = attributes.harvestKind === 'question' ? words.alsoAsked : words.agreement
  return [
    ...(members > 0 ? [{ key: 'cluster', label: words.cluster, value: words.clusterSize(members) }] : []),
    ...(agreement > 0 ? [{ key: 'agreement', label: agree, value: String(agreement) }] : []),
  ]
}

import { groupHeading } from '../groupHeading.ts'
import { DOSSIER_WORDS, type DossierWords } from '../labels/dossierWords.ts'
import type { Language } from '../labels/attributeLabels.ts'
import type { Fact, ResultsCanvas, ResultsEntry, ResultsGroup, ResultsRecommendation } from '../ResultsModel.ts'
import { escapeLineStart, escapeMarkdown } from './escapeMarkdown.ts'
import { linkMarkdown, richTextMarkdown } from './richTextMarkdown.ts'

/** One group: level 2 group, level 3 canvas and lists, level 4 fields and recommendations. */
export function groupMarkdown(group: ResultsGroup, language: Language): string {
  const words = DOSSIER_WORDS[language]
  const connections = group.connections.map((connection) => {
    const ends = `${connection.from ?? '–'} → ${connection.to ?? '–'}`
    return `- ${escapeLineStart(inline(connection.label ? `${ends}: ${connection.label}` : ends))}`
  })
  const recommendations = (list: readonly ResultsRecommendation[]): string[] =>
    list.map((recommendation) => recommendationMarkdown(recommendation, words))
  const sections = [
    ...group.canvases.map((canvas) => canvasMarkdown(canvas, words)),
    section(words.freeArea, [entryList(group.freeArea, words)]),
    section(words.connections, [connections.join('\n')]),
    section(words.recommendations, recommendations(group.recommendations)),
    section(words.parked, [entryList(group.parked.entries, words), ...recommendations(group.parked.recommendations)]),
  ].filter((part) => part !== '')
  return [
    `## ${anchor('group', group.groupId)}${inline(groupHeading(group, words))}`,
    escapeLineStart(inline(group.topic)),
    ...(sections.length > 0 ? sections : [inline(words.empty)]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function section(heading: string, parts: readonly string[]): string {
  const content = parts.filter((part) => part !== '').join('\n\n')
  return content === '' ? '' : `### ${inline(heading)}\n\n${content}`
}

function canvasMarkdown(canvas: ResultsCanvas, words: DossierWords): string {
  const parts = [`### ${inline(`${words.canvas}: ${canvas.title}`)}`]
  for (const field of canvas.fields) {
    if (field.value) parts.push(`**${inline(field.label)}**`, richTextMarkdown(field.value))
    if (field.entries.length > 0) parts.push(`#### ${inline(field.label)}`, entryList(field.entries, words))
  }
  return parts.join('\n\n')
}

function entryList(entries: readonly ResultsEntry[], words: DossierWords): string {
  return entries.map((entry) => entryMarkdown(entry, words)).join('\n')
}

/**
 * First line: reference and attributes; after it the text.
 */
function entryMarkdown(entry: ResultsEntry, words: DossierWords): string {
  const facts = entry.facts.map(factMarkdown)
  if (entry.clusterHead) facts.push(inline(`${words.inCluster} ${entry.clusterHead}`))
  if (entry.foldedInto) facts.push(inline(`${words.foldedInto} ${entry.foldedInto}`))
  if (entry.plenaryWording) facts.push(inline(`${words.plenaryWording}: ${entry.plenaryWording.replaceAll('\n', ' ')}`))
  const head = `${anchor('item', entry.itemId)}**${inline(entry.reference)}**`
  const parts = [facts.length > 0 ? `${head} ${facts.join(' · ')}` : head, richTextMarkdown(entry.text)]
  return `- ${indent(parts.filter((part) => part !== '').join('\n\n'))}\n`
}

function recommendationMarkdown(recommendation: ResultsRecommendation, words: DossierWords): string {
  const rows: string[] = []
  const addBlock = (label: string, content: string): void => {
    if (content !== '') rows.push(`- ${inline(label)}:\n\n  ${indent(content)}\n`)
  }
  addBlock(words.description, richTextMarkdown(recommendation.description))
  addBlock(words.rationale, richTextMarkdown(recommendation.rationale))
  const linked = recommendation.linked.map((entry) => entry.reference).join(', ')
  if (linked !== '') rows.push(`- ${inline(`${words.linkedEntries}: ${linked}`)}`)
  rows.push(...recommendation.facts.map((fact) => `- ${factMarkdown(fact)}`))
  const title = inline(`${recommendation.reference} ${recommendation.title}`)
  return `#### ${anchor('recommendation', recommendation.recommendationId)}${title}\n\n${rows.join('\n')}`
}

function factMarkdown(fact: Fact): string {
  const value = inline(fact.value)
  return `${inline(fact.label)}: ${fact.href ? linkMarkdown(value, fact.href) : value}`
}

/**
 * The id as an anchor: invisible when read, found again by programs, and a target for links. A text cannot imitate it,
 * since its `<` is written as an entity.
 */
function anchor(kind: 'group' | 'item' | 'recommendation', id: string): string {
  return `<a id="${kind}-${id}"></a>`
}

function inline(text: string): string {
  return escapeMarkdown(text)
}

function indent(content: string): string {
  return content.replaceAll('\n', '\n  ').replaceAll(/\n {2}(?=\n)/g, '\n')
}

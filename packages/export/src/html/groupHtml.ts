import { DOSSIER_WORDS, type DossierWords } from '../labels/dossierWords.ts'
import { groupHeading } from '../groupHeading.ts'
import type { Language } from '../labels/attributeLabels.ts'
import type {
  Fact,
  ResultsCanvas,
  ResultsConnection,
  ResultsEntry,
  ResultsGroup,
  ResultsRecommendation,
} from '../ResultsModel.ts'
import { escapeHtml } from './escapeHtml.ts'
import { linkHtml, richTextHtml } from './richTextHtml.ts'

/** One group as a section: h2 group, h3 canvas and lists, h4 fields and recommendations. */
export function groupHtml(group: ResultsGroup, index: number, language: Language): string {
  const words = DOSSIER_WORDS[language]
  const id = `group-${index + 1}`
  const parts = [
    `<h2 id="${id}">${escapeHtml(groupHeading(group, words))}</h2>`,
    group.topic ? `<p class="subtitle" dir="auto">${escapeHtml(group.topic)}</p>` : '',
    ...group.canvases.map((canvas) => canvasHtml(canvas, words)),
    listSection(words.freeArea, entryList(group.freeArea, words)),
    listSection(words.connections, connectionList(group.connections)),
    listSection(words.recommendations, group.recommendations.map((entry) => recommendationHtml(entry, words)).join('')),
    listSection(
      words.parked,
      entryList(group.parked.entries, words) +
        group.parked.recommendations.map((entry) => recommendationHtml(entry, words)).join(''),
    ),
  ].filter((part) => part !== '')
  if (parts.length === (group.topic ? 2 : 1)) parts.push(`<p>${escapeHtml(words.empty)}</p>`)
  const owner = `data-group-id="${escapeHtml(group.groupId)}"`
  return `<section class="group" aria-labelledby="${id}" ${owner}>\n${parts.join('\n')}\n</section>`
}

function listSection(heading: string, content: string): string {
  return content === '' ? '' : `<h3>${escapeHtml(heading)}</h3>\n${content}`
}

function canvasHtml(canvas: ResultsCanvas, words: DossierWords): string {
  const heads = canvas.fields.flatMap((field) =>
    field.value ? [`<dt>${escapeHtml(field.label)}</dt><dd dir="auto">${richTextHtml(field.value)}</dd>`] : [],
  )
  const fields = canvas.fields.flatMap((field) =>
    field.entries.length > 0 ? [`<h4>${escapeHtml(field.label)}</h4>\n${entryList(field.entries, words)}`] : [],
  )
  return [
    `<h3 dir="auto">${escapeHtml(`${words.canvas}: ${canvas.title}`)}</h3>`,
    heads.length > 0 ? `<dl>${heads.join('')}</dl>` : '',
    ...fields,
  ].join('\n')
}

/** A cluster is a list inside of its head, so that it is heard as belonging together, too. */
function entryList(entries: readonly ResultsEntry[], words: DossierWords): string {
  if (entries.length === 0) return ''
  const under = Map.groupBy(entries, ({ clusterHead }) => clusterHead)
  const heads = under.get(null) ?? []
  const lines = heads.map((head) => {
    const members = (under.get(head.reference) ?? []).map((entry) => entryHtml(entry, words))
    return entryHtml(head, words, members)
  })
  return orderedList(lines)
}

function orderedList(lines: readonly string[]): string {
  return `<ol class="entries">\n${lines.join('\n')}\n</ol>`
}

function entryHtml(entry: ResultsEntry, words: DossierWords, members: readonly string[] = []): string {
  const facts = entry.facts.map(factHtml)
  if (entry.foldedInto) {
    facts.push(`${escapeHtml(words.foldedInto)} ${referenceHtml(entry.foldedInto)}`)
  }
  if (entry.plenaryWording) {
    facts.push(`${escapeHtml(words.plenaryWording)}: <bdi>${escapeHtml(entry.plenaryWording)}</bdi>`)
  }
  const anchor = `id="${escapeHtml(anchorOf(entry.reference))}" data-item-id="${escapeHtml(entry.itemId)}"`
  const line = facts.length > 0 ? `<p class="facts">${facts.join(' · ')}</p>` : ''
  const cluster = members.length > 0 ? orderedList(members) : ''
  return (
    `<li ${anchor}><span class="reference">${escapeHtml(entry.reference)}</span>` +
    `<div><div class="text" dir="auto">${richTextHtml(entry.text)}</div>${line}${cluster}</div></li>`
  )
}

function recommendationHtml(recommendation: ResultsRecommendation, words: DossierWords): string {
  const rows: string[] = []
  const addRow = (label: string, html: string): void => {
    if (html !== '') rows.push(`<dt>${escapeHtml(label)}</dt><dd dir="auto">${html}</dd>`)
  }
  addRow(words.description, richTextHtml(recommendation.description))
  addRow(words.rationale, richTextHtml(recommendation.rationale))
  addRow(words.linkedEntries, recommendation.linked.map((entry) => referenceHtml(entry.reference)).join(', '))
  for (const fact of recommendation.facts) addRow(fact.label, factValueHtml(fact))
  const id = escapeHtml(recommendation.recommendationId)
  const title = escapeHtml(recommendation.title)
  const reference = `<span class="reference">${escapeHtml(recommendation.reference)}</span>`
  return (
    `<article data-recommendation-id="${id}">` +
    `<h4>${reference} <bdi class="title">${title}</bdi></h4>\n<dl>${rows.join('')}</dl></article>\n`
  )
}

function connectionList(connections: readonly ResultsConnection[]): string {
  if (connections.length === 0) return ''
  const lines = connections.map((connection) => {
    const ends = [connection.from, connection.to].map((end) => (end ? referenceHtml(end) : '–')).join(' → ')
    return `<li>${ends}${connection.label ? `: <bdi>${escapeHtml(connection.label)}</bdi>` : ''}</li>`
  })
  return `<ul class="plain">${lines.join('')}</ul>`
}

function factHtml(fact: Fact): string {
  return `${escapeHtml(fact.label)}: ${factValueHtml(fact)}`
}

function factValueHtml(fact: Fact): string {
  const value = `<bdi>${escapeHtml(fact.value)}</bdi>`
  return fact.href ? linkHtml(fact.href, value) : value
}

function referenceHtml(reference: string): string {
  return `<a href="#${escapeHtml(anchorOf(reference))}">${escapeHtml(reference)}</a>`
}

function anchorOf(reference: string): string {
  return `entry-${encodeURIComponent(reference)}`
}

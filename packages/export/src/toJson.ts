import type { ItemAttributes, RichText } from '@tafelrunde/schema/plain'
import { DOSSIER_WORDS } from './labels/dossierWords.ts'
import type { ResultsEntry, ResultsGroup, ResultsModel, ResultsRecommendation } from './ResultsModel.ts'

/** Version of the JSON form; raised with every change that is not a mere addition. */
export const RESULTS_JSON_VERSION = 1

interface JsonEntry {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly canvasId: string | null
  readonly fieldId: string
  readonly text: string
  readonly richText: RichText
  readonly attributes: ItemAttributes
  readonly evidence: string | null
  readonly tags: readonly string[]
  readonly sourceUrl: string | null
  readonly visibility: string
  readonly foldedInto: string | null
  readonly plenaryWording: string | null
  readonly clusterHead: string | null
  readonly agreement: number
}

/**
 * The dossier as versioned JSON, described by `results.schema.json`; attribute values are the codes of the document,
 * not words. Characters that would matter inside HTML or a script stand as escapes.
 */
export function toJson(model: ResultsModel): string {
  const document = {
    format: 'tafelrunde.results',
    version: RESULTS_JSON_VERSION,
    language: model.language,
    generatedAt: new Date(model.generatedAt).toISOString(),
    ...(model.workshop.isExample ? { notice: DOSSIER_WORDS[model.language].example } : {}),
    workshop: {
      ...model.workshop,
      startsAt: isoTime(model.workshop.startsAt),
      endsAt: isoTime(model.workshop.endsAt),
    },
    targetGroups: model.targetGroups,
    talks: model.talks,
    groups: model.groups.map(groupJson),
  }
  return `${JSON.stringify(document, null, 2).replace(/[<>&\u2028\u2029]/g, unicodeEscape)}\n`
}

function groupJson(group: ResultsGroup): unknown {
  return {
    id: group.groupId,
    kind: group.kind,
    letter: group.letter,
    name: group.name,
    topic: group.topic,
    canvases: group.canvases.map((canvas) => ({
      id: canvas.canvasId,
      templateId: canvas.templateId,
      title: canvas.title,
      targetGroup: canvas.targetGroup,
      fields: canvas.fields.map((field) => ({
        id: field.fieldId,
        label: field.label,
        value: field.value,
        entries: field.entries.map(entryJson),
      })),
    })),
    freeArea: group.freeArea.map(entryJson),
    connections: group.connections.map(({ sketchId, from, to, label }) => ({ id: sketchId, from, to, label })),
    recommendations: group.recommendations.map(recommendationJson),
    parked: {
      entries: group.parked.entries.map(entryJson),
      recommendations: group.parked.recommendations.map(recommendationJson),
    },
    counts: group.counts,
  }
}

function entryJson(entry: ResultsEntry): JsonEntry {
  return {
    id: entry.itemId,
    reference: entry.reference,
    state: entry.state,
    canvasId: entry.canvasId,
    fieldId: entry.fieldId,
    text: entry.plainText,
    richText: entry.text,
    attributes: entry.attributes,
    evidence: entry.evidence,
    tags: entry.tags,
    sourceUrl: entry.sourceUrl,
    visibility: entry.visibility,
    foldedInto: entry.foldedInto,
    plenaryWording: entry.plenaryWording,
    clusterHead: entry.clusterHead,
    agreement: entry.agreement,
  }
}

function recommendationJson(recommendation: ResultsRecommendation): unknown {
  const { source } = recommendation
  return {
    id: recommendation.recommendationId,
    reference: recommendation.reference,
    code: recommendation.code,
    status: recommendation.status,
    priority: recommendation.priority,
    state: recommendation.state,
    title: recommendation.title,
    description: recommendation.description,
    rationale: recommendation.rationale,
    linkedTo: recommendation.linked.map((entry) => entry.reference),
    targetGroups: recommendation.targetGroups,
    addressees: source.addressees,
    type: source.type,
    lead: textFact(recommendation, 'lead'),
    partners: textFact(recommendation, 'partners'),
    firstStep: textFact(recommendation, 'firstStep'),
    until: source.until,
    horizon: source.horizon,
    effort: source.effort,
    impact: source.impact,
    resources: textFact(recommendation, 'resources'),
    dependencies: textFact(recommendation, 'dependencies'),
    risks: textFact(recommendation, 'risks'),
    indicator: textFact(recommendation, 'indicator'),
    examples: recommendation.facts.filter((fact) => fact.key === 'examples').map((fact) => fact.value),
    visibility: source.visibility,
  }
}

function textFact(recommendation: ResultsRecommendation, key: string): string {
  return recommendation.facts.find((fact) => fact.key === key)?.value ?? ''
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

function unicodeEscape(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}

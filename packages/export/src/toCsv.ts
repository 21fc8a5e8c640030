import { csvCell } from './csv/csvCell.ts'
import { plainTextOf } from '@tafelrunde/schema/plain'
import { groupHeading } from './groupHeading.ts'
import { DOSSIER_WORDS, type AttributeName } from './labels/dossierWords.ts'
import { ATTRIBUTE_LABELS } from './labels/attributeLabels.ts'
import type { Fact, ResultsEntry, ResultsGroup, ResultsModel, ResultsRecommendation } from './ResultsModel.ts'

/** Attribute columns after the common ones, in the order of the model's facts. */
const ATTRIBUTES = [
  'cause',
  'phase',
  'channelType',
  'fit',
  'organisation',
  'level',
  'harvestKind',
  'talk',
  'scale',
  'clarifiedBy',
  'until',
  'evidence',
  'tags',
  'source',
  'targetGroups',
  'addressees',
  'type',
  'lead',
  'partners',
  'firstStep',
  'horizon',
  'effort',
  'impact',
  'resources',
  'dependencies',
  'risks',
  'indicator',
  'examples',
  'code',
  'status',
  'priority',
] as const satisfies AttributeName[]

/** Column names; stable in both languages and never moved, so that a pivot table or script outlives a switch. */
export const CSV_COLUMNS = [
  'type',
  'id',
  'reference',
  'groupId',
  'group',
  'canvas',
  'field',
  'text',
  'state',
  'visibility',
  'description',
  'rationale',
  'linkedTo',
  'foldedInto',
  'plenaryWording',
  ...ATTRIBUTES.map((name) => (name === 'type' ? 'recommendationType' : name)),
  'note',
  'clusterHead',
  'agreement',
] as const

type Row = Partial<Record<(typeof CSV_COLUMNS)[number], string>>

/**
 * One row per item and recommendation, in reading order: RFC 4180 with a byte order mark (Excel then reads UTF-8);
 * no cell can run as a formula. Columns: `CSV_COLUMNS`; values are worded in the model's language.
 */
export function toCsv(model: ResultsModel): string {
  const rows = model.groups.flatMap((group) => groupRows(group, model))
  const lines = rows.map((row) => CSV_COLUMNS.map((column) => csvCell(row[column] ?? '')).join(','))
  return `\ufeff${[CSV_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}

function groupRows(group: ResultsGroup, model: ResultsModel): Row[] {
  const words = DOSSIER_WORDS[model.language]
  const labels = ATTRIBUTE_LABELS[model.language]
  const shared = {
    groupId: group.groupId,
    group: groupHeading(group, words),
    ...(model.workshop.isExample ? { note: words.example } : {}),
  }
  const entryRow = (entry: ResultsEntry): Row => ({
    ...shared,
    type: 'item',
    id: entry.itemId,
    reference: entry.reference,
    canvas: entry.canvasTitle ?? '',
    field: entry.fieldLabel,
    text: entry.plainText,
    state: labels.state[entry.state],
    visibility: labels.visibility[entry.visibility],
    foldedInto: entry.foldedInto ?? '',
    plenaryWording: entry.plenaryWording ?? '',
    clusterHead: entry.clusterHead ?? '',
    agreement: String(entry.agreement),
    ...attributeCells(entry.facts),
  })
  const recommendationRow = (recommendation: ResultsRecommendation): Row => ({
    ...shared,
    type: 'recommendation',
    id: recommendation.recommendationId,
    reference: recommendation.reference,
    text: recommendation.title,
    state: labels.state[recommendation.state],
    visibility: labels.visibility[recommendation.source.visibility],
    description: plainTextOf(recommendation.description),
    rationale: plainTextOf(recommendation.rationale),
    linkedTo: recommendation.linked.map((entry) => entry.reference).join(' '),
    ...attributeCells(recommendation.facts),
  })
  return [
    ...group.canvases.flatMap((canvas) => canvas.fields.flatMap((field) => field.entries.map(entryRow))),
    ...group.freeArea.map(entryRow),
    ...group.recommendations.map(recommendationRow),
    ...group.parked.entries.map(entryRow),
    ...group.parked.recommendations.map(recommendationRow),
  ]
}

function attributeCells(facts: readonly Fact[]): Row {
  const cells: Row = {}
  for (const name of ATTRIBUTES) {
    const values = facts.filter((fact) => fact.key === name).map((fact) => fact.value)
    if (values.length > 0) cells[name === 'type' ? 'recommendationType' : name] = values.join(' ')
  }
  return cells
}

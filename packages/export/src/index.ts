export { buildResultsModel } from './buildResultsModel.ts'
export { ATTRIBUTE_LABELS, type AttributeLabels, type Language } from './labels/attributeLabels.ts'
export { CSV_COLUMNS, toCsv } from './toCsv.ts'
export { RESULTS_JSON_VERSION, toJson } from './toJson.ts'
export { toHtml } from './toHtml.ts'
export { toMarkdown } from './toMarkdown.ts'
export type {
  Fact,
  GroupCounts,
  ResultsCanvas,
  ResultsConnection,
  ResultsEntry,
  ResultsField,
  ResultsGroup,
  ResultsInput,
  ResultsModel,
  ResultsRecommendation,
} from './ResultsModel.ts'

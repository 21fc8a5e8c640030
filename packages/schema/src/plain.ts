export { type BoardSnapshot } from './BoardSnapshot.ts'
export { CANVAS_KINDS, type Canvas, type CanvasKind, type Service } from './canvas/Canvas.ts'
export {
  MERGE_RULES,
  readingOrder,
  type CanvasTemplate,
  type FieldAttribute,
  type FieldChoice,
  type FieldTemplate,
  type FieldType,
  type LocalText,
  type MergeRule,
} from './canvas/CanvasTemplate.ts'
export { fieldOf, templateOf, TEMPLATES } from './canvas/templates.ts'
export { clustersOf, type Clusters } from './cluster/clustersOf.ts'
export {
  FREE_FIELD,
  isId,
  newId,
  parseId,
  type CanvasId,
  type FieldId,
  type GroupId,
  type ItemId,
  type RecommendationId,
  type SeatId,
  type SeriesId,
  type SketchId,
  type SnapshotId,
  type StepId,
  type StepPartId,
  type TalkId,
  type TargetGroupId,
  type VoteRoundId,
  type WorkshopId,
} from './ids.ts'
export { parseInverse, type Applied, type Change, type EntryJson, type Inverse } from './Inverse.ts'
export {
  BARRIER_CAUSES,
  CHANNEL_TYPES,
  EVIDENCES,
  HARVEST_KINDS,
  ITEM_STATES,
  LEVELS,
  NOTE_COLOURS,
  TOUCHPOINT_PHASES,
  VISIBILITIES,
  type BarrierCause,
  type ChannelType,
  type Evidence,
  type HarvestKind,
  type Item,
  type ItemAttributes,
  type ItemAttributesPatch,
  type ItemPlace,
  type ItemState,
  type Level,
  type NoteColour,
  type Position,
  type TouchpointPhase,
  type Visibility,
} from './item/Item.ts'
export { deepFreeze, isEqual, isRecord, type Json } from './json.ts'
export { type HiddenNote, type HiddenPlace } from './hidden/HiddenNote.ts'
export { LimitExceeded, LIMITS, type LimitCode } from './limits.ts'
export { compareOrder, compareStrings, isOrderKey, type Ordered } from './order.ts'
export { arrangeByField, type PlenaryField, type PlenarySection } from './plenary/arrangeByField.ts'
export { cardKeysOf } from './plenary/cardKeysOf.ts'
export { compareSections } from './plenary/mergeRules.ts'
export { pairKeyOf } from './plenary/pairKey.ts'
export { type Fold, type PlenaryDecisions } from './plenary/PlenaryDecisions.ts'
export { applyPlenaryPatch, diffPlenary, type ListPatch, type PlenaryPatch } from './plenary/PlenaryPatch.ts'
export {
  type ChannelFit,
  type PlenaryCanvas,
  type PlenaryEntry,
  type PlenaryInput,
  type PlenaryOrigin,
  type PlenaryRecommendation,
  type PlenaryTargetGroup,
  type PlenaryView,
} from './plenary/PlenaryView.ts'
export { projectPlenary } from './plenary/projectPlenary.ts'
export {
  coverageOf,
  type BarrierCoverage,
  type Coverage,
  type FieldCoverage,
  type TargetGroupCoverage,
} from './plenary/coverage.ts'
export {
  placeInMatrix,
  rankRecommendations,
  type Estimate,
  type MatrixPlace,
  type RankedRecommendation,
  type RecommendationFigures,
} from './plenary/rankRecommendations.ts'
export { wordsOfRecommendation } from './plenary/seenWords.ts'
export {
  ADDRESSEES,
  HORIZONS,
  RECOMMENDATION_RICH_TEXT_KEYS,
  RECOMMENDATION_TEXT_KEYS,
  RECOMMENDATION_TYPES,
  type Addressee,
  type Horizon,
  type Rating,
  type Recommendation,
  type RecommendationPatch,
  type RecommendationRichTextKey,
  type RecommendationTextKey,
  type RecommendationType,
} from './recommendation/Recommendation.ts'
export {
  RECOMMENDATION_STATUSES,
  type RecommendationStanding,
  type RecommendationStatus,
} from './recommendation/RecommendationStanding.ts'
export { findPlanProblems } from './rehearsal/findPlanProblems.ts'
export { findRehearsalProblems } from './rehearsal/findRehearsalProblems.ts'
export { type BoardFacts, type LinkFacts, type Plan, type PlanFacts } from './rehearsal/Plan.ts'
export {
  PLAN_FAULT_CODES,
  PLAN_SEVERITIES,
  type PlanFault,
  type PlanProblem,
  type PlanSeverity,
} from './rehearsal/PlanProblem.ts'
export {
  type ArrivalAccount,
  type BoardAccount,
  type EndAccount,
  type RehearsalAccount,
  type StepAccount,
  type Tries,
  type VoteAccount,
} from './rehearsal/RehearsalAccount.ts'
export { REHEARSAL_FAULT_CODES, type RehearsalFault, type RehearsalProblem } from './rehearsal/RehearsalProblem.ts'
export { plainTextOf, richTextOf, type RichText, type RichTextBlock, type TextRun } from './RichText.ts'
export { BOARD_ROOTS, isBoardRoot, META_ROOT, type BoardRoot } from './roots.ts'
export {
  type Announcement,
  type Closing,
  type Group,
  type PartRules,
  type PartRun,
  type RunState,
  type Step,
  type StepPart,
  type StepRun,
  type WorkshopInfo,
} from './run-state/RunState.ts'
export { NOTHING_YET, PLAIN_STAGE } from './run-state/emptyRunState.ts'
export {
  SCREEN_LAYOUTS,
  type Gathering,
  type GroupSignals,
  type Reveal,
  type ScreenLayout,
  type Spotlight,
  type Stage,
} from './run-state/Stage.ts'
export { dealOut } from './run-state/dealOut.ts'
export { SOFT_END_GRACE_MS, softEndOf, type SoftEnd } from './run-state/softEnd.ts'
export { stepOf, stepRunOf } from './run-state/stepOf.ts'
export { beginPart, keepPart, partOf, partRunAt, withPartRules, type PlacedPart } from './run-state/stepPartRun.ts'
export { isWritingHidden, stepRootsOf } from './run-state/stepRoots.ts'
export {
  VOTE_KINDS,
  VOTE_SUBJECTS,
  type VoteKind,
  type VotePlan,
  type VoteRound,
  type VoteSubject,
} from './run-state/VotePlan.ts'
export { type Arrow, type SketchElement, type SketchEnd, type Stroke, type StrokeColour } from './sketch/Sketch.ts'
export { type Talk } from './talk/Talk.ts'
export { type TargetGroup } from './target-group/TargetGroup.ts'
export { cutText, normaliseLine, normaliseRichText, normaliseText, safeUrl } from './text.ts'
export { SCHEMA_VERSION } from './version.ts'
export { type YDocLike } from './YDocLike.ts'
export { STEP_TEMPLATES } from './run-state/stepTemplates.ts'
export {
  stepsFromTemplate,
  type RunSheetTemplate,
  type StepPartTemplate,
  type StepTemplate,
} from './run-state/StepTemplate.ts'
export { contentOfSnapshot } from './contentOfSnapshot.ts'
export {
  type BoardContent,
  type CanvasContent,
  type ItemContent,
  type RecommendationContent,
  type SketchContent,
} from './BoardContent.ts'

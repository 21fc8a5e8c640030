// Everything plain has its list in plain.ts, once; here follows what reads and writes documents. The star is the one
// exception to naming exports: two lists of the same two hundred names drift apart.
export * from './plain.ts'
export { applyInverse, type Skipped, type SkipReason } from './applyInverse.ts'
export { observeBoard, openBoard, readBoard, type Board } from './Board.ts'
export { addCanvas, binCanvas, moveCanvas, restoreCanvas, type NewCanvas } from './canvas/addCanvas.ts'
export { editCanvasSummary, editCanvasTitle, setCanvasKind, setCanvasTargetGroup } from './canvas/editCanvas.ts'
export { addService, editService, removeService, type NewService } from './canvas/services.ts'
export { clusterItem, unclusterItem } from './cluster/clusterItem.ts'
export { addItem, addItems, type NewItem } from './item/addItem.ts'
export { addHiddenNotes, placeHiddenNote, readHiddenNotes } from './hidden/hiddenNotes.ts'
export { binItem, parkItem, restoreItem } from './item/binItem.ts'
export { editItemText, itemTextEdited } from './item/itemText.ts'
export { moveItem } from './item/moveItem.ts'
export { placeItem, tidyField } from './item/placeItem.ts'
export {
  recolourItem,
  setItemAttributes,
  setItemEvidence,
  setItemSource,
  setItemTags,
  setItemVisibility,
} from './item/setItem.ts'
export { observePlenary, openPlenary, readPlenary, type Plenary } from './Plenary.ts'
export { foldEntries, tellApart, unfoldEntries } from './plenary/foldEntries.ts'
export { applyPlenaryInverse, moveEntry, rewordEntry, type PlenaryInverse } from './plenary/decide.ts'
export { forgetUndecided, rememberWords } from './plenary/rememberWords.ts'
export { toggleReaction } from './reaction/toggleReaction.ts'
export { addRecommendation, type NewRecommendation } from './recommendation/addRecommendation.ts'
export { binRecommendation, parkRecommendation, restoreRecommendation } from './recommendation/binRecommendation.ts'
export { deriveRecommendation } from './recommendation/deriveRecommendation.ts'
export {
  editRecommendationRichText,
  editRecommendationText,
  setRecommendation,
} from './recommendation/editRecommendation.ts'
export { linkItem, unlinkItem } from './recommendation/linkItems.ts'
export { moveRecommendation } from './recommendation/moveRecommendation.ts'
export { connect, labelArrow } from './sketch/connect.ts'
export { draw } from './sketch/draw.ts'
export { erase } from './sketch/erase.ts'
export { moveSketch } from './sketch/moveSketch.ts'
export { OPERATION_ORIGIN } from './transact.ts'
export { UndoStack, type UndoResult, type UndoStackJson, type UndoStep } from './UndoStack.ts'
export { observeRunState, openWorkshopState, readRunState, writeRunState, type WorkshopState } from './WorkshopState.ts'
export { boardFromJson } from './boardFromJson.ts'
export { boardToJson } from './boardToJson.ts'
export { migrateBoard, type MigrationResult } from './migrations/migrateBoard.ts'
export { seedBoard, type BoardSeed } from './seed/seedBoard.ts'

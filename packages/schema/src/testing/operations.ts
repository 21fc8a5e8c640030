import { readBoard, type Board } from '../Board.ts'
import { addCanvas, binCanvas, moveCanvas, restoreCanvas } from '../canvas/addCanvas.ts'
import { editCanvasSummary, editCanvasTitle, setCanvasKind, setCanvasTargetGroup } from '../canvas/editCanvas.ts'
import { addService, editService, removeService } from '../canvas/services.ts'
import { clusterItem, unclusterItem } from '../cluster/clusterItem.ts'
import { FREE_FIELD, newId, type SeatId, type TargetGroupId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { addItem, addItems } from '../item/addItem.ts'
import { binItem, parkItem, restoreItem } from '../item/binItem.ts'
import { editItemText } from '../item/itemText.ts'
import { moveItem } from '../item/moveItem.ts'
import { placeItem, tidyField } from '../item/placeItem.ts'
import {
  recolourItem,
  setItemAttributes,
  setItemEvidence,
  setItemSource,
  setItemTags,
  setItemVisibility,
} from '../item/setItem.ts'
import { toggleReaction } from '../reaction/toggleReaction.ts'
import { addRecommendation } from '../recommendation/addRecommendation.ts'
import { binRecommendation, parkRecommendation, restoreRecommendation } from '../recommendation/binRecommendation.ts'
import { deriveRecommendation } from '../recommendation/deriveRecommendation.ts'
import {
  editRecommendationRichText,
  editRecommendationText,
  setRecommendation,
} from '../recommendation/editRecommendation.ts'
import { linkItem, unlinkItem } from '../recommendation/linkItems.ts'
import { moveRecommendation } from '../recommendation/moveRecommendation.ts'
import { richTextOf } from '../RichText.ts'
import { connect, labelArrow } from '../sketch/connect.ts'
import { draw } from '../sketch/draw.ts'
import { erase } from '../sketch/erase.ts'
import { moveSketch } from '../sketch/moveSketch.ts'
import type { SeededRandom } from './seededRandom.ts'

/** Runs an operation on things that `random` picks from the board; null when it did nothing. */
export type RandomOperation = (board: Board, random: SeededRandom) => Applied<unknown> | null

/** The same few people on every board, so that one of them acts on several devices. */
const SEATS = ['Anna', 'Bekir', 'Chris'].map((name) => name.padEnd(22, '0') as SeatId)

type Picked = ReturnType<typeof pickFrom>

function pickFrom(board: Board, random: SeededRandom) {
  const { canvases, items, recommendations, sketch } = readBoard(board)
  const canvas = random.pick(canvases)
  const fieldId = random.pick(['goals', 'barriers', 'channels', FREE_FIELD])
  const place = { canvasId: fieldId === FREE_FIELD ? null : (canvas?.id ?? null), fieldId }
  const neighbours = items.filter((item) => item.fieldId === fieldId && item.canvasId === place.canvasId)
  return {
    canvas,
    item: random.pick(items),
    other: random.pick(items),
    clustered: items.find((item) => item.headId !== null),
    recommendation: random.pick(recommendations),
    sketch: random.pick(sketch),
    place: { ...place, ...(random.below(2) === 0 ? { after: random.pick(neighbours)?.id ?? null } : {}) },
    word: random.pick(['Rathaus', 'eID', 'Elterngeld 👶', 'Ümlaut', '']),
    number: random.below(1_000),
  }
}

const op =
  (run: (board: Board, picked: Picked, random: SeededRandom) => Applied<unknown> | null): RandomOperation =>
  (board, random) =>
    run(board, pickFrom(board, random), random)

/** Every operation of a board, by name. */
export const OPERATIONS: Readonly<Record<string, RandomOperation>> = {
  addItem: op((board, { place, word }) => addItem(board, { place, text: word })),
  addItems: op((board, { place, word }) => addItems(board, place, [word, 'Zweite Zeile'])),
  moveItem: op((board, { item, place }) => item && moveItem(board, item.id, place)),
  placeItem: op((board, { item, number }) => item && placeItem(board, item.id, { x: number, y: 1 })),
  unplaceItem: op((board, { item }) => item && placeItem(board, item.id, null)),
  tidyField: op((board, { place }) => tidyField(board, place.canvasId, place.fieldId)),
  editItemText: op((board, { item, word }) => item && editItemText(board, item.id, `${item.plainText}${word}`)),
  replaceItemText: op((board, { item, word, number }) => item && editItemText(board, item.id, `${word}\n${number}`)),
  setItemAttributes: op(
    (board, { item, word }, random) =>
      item && setItemAttributes(board, item.id, { cause: random.pick(['language', null]), organisation: word }),
  ),
  setItemEvidence: op((board, { item }) => item && setItemEvidence(board, item.id, 'proven')),
  setItemSource: op((board, { item }) => item && setItemSource(board, item.id, 'https://example.org/a')),
  setItemTags: op((board, { item, word }) => item && setItemTags(board, item.id, [word, 'immer'])),
  setItemVisibility: op((board, { item }) => item && setItemVisibility(board, item.id, 'public')),
  recolourItem: op((board, { item, other }, random) =>
    item && other ? recolourItem(board, [item.id, other.id], random.pick(['sky', null])) : null,
  ),
  binItem: op((board, { item }) => item && binItem(board, item.id)),
  restoreItem: op((board, { item }) => item && restoreItem(board, item.id)),
  parkItem: op((board, { item }) => item && parkItem(board, item.id)),
  toggleReaction: op((board, { item, number }) => item && toggleReaction(board, item.id, SEATS[number % 3] as SeatId)),
  clusterItem: op((board, { item, other }) => (item && other ? clusterItem(board, item.id, other.id) : null)),
  unclusterItem: op((board, { item, clustered }) => {
    const chosen = clustered ?? item
    return chosen ? unclusterItem(board, chosen.id) : null
  }),
  addCanvas: op((board, { word }) => addCanvas(board, { templateId: 'target-group', title: word })),
  editCanvasTitle: op(
    (board, { canvas, word }) =>
      canvas && editCanvasTitle(board, canvas.id, (canvas.title + word).slice(-40).replace(/^[\udc00-\udfff]/, '')),
  ),
  setCanvasKind: op((board, { canvas }) => canvas && setCanvasKind(board, canvas.id, 'users')),
  setCanvasTargetGroup: op(
    (board, { canvas }) => canvas && setCanvasTargetGroup(board, canvas.id, newId<TargetGroupId>()),
  ),
  editCanvasSummary: op((board, { canvas, word }) => canvas && editCanvasSummary(board, canvas.id, richTextOf(word))),
  addService: op((board, { canvas, word }) => canvas && addService(board, canvas.id, { text: word })),
  editService: op((board, { canvas, word }) =>
    canvas?.services[0] ? editService(board, canvas.id, canvas.services[0].id, { text: word }) : null,
  ),
  removeService: op((board, { canvas }) =>
    canvas?.services[0] ? removeService(board, canvas.id, canvas.services[0].id) : null,
  ),
  moveCanvas: op((board, { canvas }) => canvas && moveCanvas(board, canvas.id, { after: null })),
  binCanvas: op((board, { canvas }) => canvas && binCanvas(board, canvas.id)),
  restoreCanvas: op((board, { canvas }) => canvas && restoreCanvas(board, canvas.id)),
  addRecommendation: op((board, { word }) => addRecommendation(board, { title: word })),
  editRecommendationText: op(
    (board, { recommendation, word }) =>
      recommendation && editRecommendationText(board, recommendation.id, 'lead', word),
  ),
  editRecommendationRichText: op(
    (board, { recommendation, word }) =>
      recommendation && editRecommendationRichText(board, recommendation.id, 'rationale', richTextOf(word)),
  ),
  setRecommendation: op(
    (board, { recommendation }, random) =>
      recommendation &&
      setRecommendation(board, recommendation.id, {
        effort: random.pick([1, 5, null]),
        addressees: random.pick([['bund'], ['land', 'kommune'], []]),
      }),
  ),
  moveRecommendation: op(
    (board, { recommendation }) => recommendation && moveRecommendation(board, recommendation.id, { after: null }),
  ),
  binRecommendation: op((board, { recommendation }) => recommendation && binRecommendation(board, recommendation.id)),
  restoreRecommendation: op(
    (board, { recommendation }) => recommendation && restoreRecommendation(board, recommendation.id),
  ),
  parkRecommendation: op((board, { recommendation }) => recommendation && parkRecommendation(board, recommendation.id)),
  deriveRecommendation: op((board, { item, word }) => item && deriveRecommendation(board, item.id, word)),
  linkItem: op((board, { recommendation, item }) =>
    recommendation && item ? linkItem(board, recommendation.id, item.id) : null,
  ),
  unlinkItem: op((board, { recommendation }) =>
    recommendation?.itemIds[0] ? unlinkItem(board, recommendation.id, recommendation.itemIds[0]) : null,
  ),
  connect: op((board, { item, other }) =>
    item && other ? connect(board, { itemId: item.id }, { itemId: other.id }, 'führt zu') : null,
  ),
  labelArrow: op((board, { sketch, word }) => sketch && labelArrow(board, sketch.id, word)),
  draw: op((board, { number }) => draw(board, [0, 0, number, number], 'ink', 2)),
  erase: op((board, { sketch }) => sketch && erase(board, sketch.id)),
  moveSketch: op((board, { sketch, number }) => sketch && moveSketch(board, sketch.id, { x: number, y: 1 })),
}

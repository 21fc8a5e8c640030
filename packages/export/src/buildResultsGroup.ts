import type { BoardSnapshot, Group, SketchEnd } from '@tafelrunde/schema/plain'
import { placedItems, shownCanvases } from './placedItems.ts'
import { readableLine } from './readableText.ts'
import { entryKey, type ResultsContext } from './ResultsContext.ts'
import type { ResultsConnection, ResultsGroup } from './ResultsModel.ts'
import { toCanvas } from './toCanvas.ts'
import { toEntry } from './toEntry.ts'
import { toRecommendation } from './toRecommendation.ts'

/** One group of the dossier; see `buildResultsModel`. */
export function buildResultsGroup(group: Group, board: BoardSnapshot, context: ResultsContext): ResultsGroup {
  const entries = placedItems(board).map((placed) => toEntry(group, placed, context))
  const active = entries.filter((entry) => entry.state === 'active')
  const canvases = shownCanvases(board).map((canvas) =>
    toCanvas(
      canvas,
      active.filter((entry) => entry.canvasId === canvas.id),
      context,
    ),
  )
  const recommendations = board.recommendations
    .filter((recommendation) => recommendation.state !== 'deleted')
    .map((recommendation, index) => toRecommendation(group, recommendation, index + 1, context))
  const activeRecommendations = recommendations.filter((recommendation) => recommendation.state === 'active')
  const parked = {
    entries: entries.filter((entry) => entry.state === 'parked'),
    recommendations: recommendations.filter((recommendation) => recommendation.state === 'parked'),
  }
  return {
    groupId: group.id,
    kind: group.kind,
    letter: readableLine(group.letter),
    name: readableLine(group.name),
    topic: readableLine(group.topic),
    canvases,
    freeArea: active.filter((entry) => entry.canvasId === null),
    connections: connectionsOf(group, board, context),
    recommendations: activeRecommendations,
    parked,
    counts: {
      canvases: canvases.length,
      entries: active.length,
      recommendations: activeRecommendations.length,
      parked: parked.entries.length + parked.recommendations.length,
      strokes: board.sketch.filter((element) => element.type === 'stroke').length,
    },
  }
}

function connectionsOf(group: Group, board: BoardSnapshot, context: ResultsContext): ResultsConnection[] {
  const referenceOf = (end: SketchEnd): string | null =>
    'itemId' in end ? (context.referenceOf.get(entryKey(group.id, end.itemId)) ?? null) : null
  return board.sketch
    .flatMap((element) => (element.type === 'arrow' ? [element] : []))
    .map((arrow) => ({
      sketchId: arrow.id,
      from: referenceOf(arrow.from),
      to: referenceOf(arrow.to),
      label: readableLine(arrow.label),
    }))
    .filter((connection) => connection.label !== '' || (connection.from !== null && connection.to !== null))
}

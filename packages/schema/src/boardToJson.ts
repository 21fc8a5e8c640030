import { readBoard, type Board } from './Board.ts'
import type { BoardContent } from './BoardContent.ts'
import { contentOfSnapshot } from './contentOfSnapshot.ts'

/** A board as content that `boardFromJson` takes. */
export function boardToJson(board: Board): BoardContent {
  return contentOfSnapshot(readBoard(board))
}

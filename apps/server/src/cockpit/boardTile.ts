import { documentName, type BoardTile } from '@tafelrunde/protocol'
import type { BoardSnapshot, CanvasId, GroupId } from '@tafelrunde/schema/plain'
import type { Documents } from '../seams.ts'

/** What a moderator sees of one board without opening it: who is there, how full it is, when it was last touched. */
export async function boardTile(documents: Documents, groupId: GroupId): Promise<BoardTile> {
  const name = documentName('group', groupId)
  const [board, lastEditAt] = await Promise.all([documents.readBoard(groupId), documents.lastEditAt(name)])
  return { groupId, presentSeatIds: [...documents.present(name)], ...fillOf(board), lastEditAt }
}

function fillOf(board: BoardSnapshot): Pick<BoardTile, 'canvases' | 'items' | 'freeItems' | 'recommendations'> {
  const items = board.items.filter(({ state }) => state === 'active')
  const canvases = board.canvases
    .filter(({ state }) => state === 'active')
    .map(({ id, title, templateId }) => ({ id, title, templateId, fields: countsByField(board, id) }))
  return {
    canvases,
    items: items.length,
    freeItems: items.filter(({ canvasId }) => canvasId === null).length,
    recommendations: board.recommendations
      .filter(({ state }) => state === 'active')
      .map(({ id, title }) => ({ id, title })),
  }
}

function countsByField(board: BoardSnapshot, canvasId: CanvasId): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of board.items) {
    if (item.canvasId !== canvasId || item.state !== 'active') continue
    counts[item.fieldId] = (counts[item.fieldId] ?? 0) + 1
  }
  return counts
}

import { AppError, documentName, type BoardTile } from '@tafelrunde/protocol'
import type { BoardSnapshot, CanvasId, GroupId } from '@tafelrunde/schema/plain'
import type { Documents } from '../seams.ts'

/**
 * What a moderator sees of one board without opening it: who is there, how full it is, when it was last touched. A
 * board that cannot be read says so on its tile and takes nothing from the others.
 */
export async function boardTile(documents: Documents, groupId: GroupId): Promise<BoardTile> {
  const name = documentName('group', groupId)
  const presence = {
    presentSeatIds: [...documents.present(name)],
    lostConnections: documents.lostConnections(name).map(({ seatId, at }) => ({ seatId, at })),
  }
  try {
    const [board, lastEditAt] = await Promise.all([documents.readBoard(groupId), documents.lastEditAt(name)])
    return { groupId, ...presence, ...fillOf(board), lastEditAt, trouble: null }
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    return { groupId, ...presence, ...NOTHING, lastEditAt: null, trouble: cause.code }
  }
}

const NOTHING = { canvases: [], items: 0, freeItems: 0, recommendations: [] }

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

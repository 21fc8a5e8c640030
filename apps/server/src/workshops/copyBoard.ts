import { AppError, documentName } from '@tafelrunde/protocol'
import { boardFromJson, openBoard } from '@tafelrunde/schema'
import {
  contentOfSnapshot,
  type BoardContent,
  type BoardSnapshot,
  type Group,
  type RunState,
} from '@tafelrunde/schema/plain'
import type { Documents } from '../seams.ts'
import { seedGroupBoard } from './seedBoards.ts'

/**
 * Begin a board with what another one holds, without its bin, its drawings and anything that says who wrote or
 * agreed. A board that cannot be read is begun like a new one.
 */
export async function copyBoard(
  documents: Documents,
  run: RunState,
  { from, to }: { readonly from: Group; readonly to: Group },
): Promise<void> {
  const board = await readableBoard(documents, from)
  if (!board) return seedGroupBoard(documents, run, to)
  const content = anonymousContent(board)
  await documents.begin(documentName('group', to.id), (ydoc) => boardFromJson(openBoard(ydoc), content))
}

/** The content of a board as if nobody had written it. */
export function anonymousContent(board: BoardSnapshot): BoardContent {
  const isKept = ({ state }: { readonly state: string }): boolean => state !== 'deleted'
  const nobody = { author: null, createdAt: null }
  const items = board.items.filter(isKept)
  const kept = new Set(items.map(({ id }) => id))
  return contentOfSnapshot({
    ...board,
    canvases: board.canvases.filter(isKept),
    items: items.map((item) => ({
      ...item,
      ...nobody,
      agreedBy: [],
      headId: item.headId !== null && kept.has(item.headId) ? item.headId : null,
    })),
    recommendations: board.recommendations
      .filter(isKept)
      .map((entry) => ({ ...entry, ...nobody, itemIds: entry.itemIds.filter((id) => kept.has(id)) })),
    sketch: [],
  })
}

async function readableBoard(documents: Documents, { id }: Group): Promise<BoardSnapshot | null> {
  try {
    return await documents.readBoard(id)
  } catch (cause) {
    if (cause instanceof AppError) return null
    throw cause
  }
}

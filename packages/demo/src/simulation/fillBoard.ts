import {
  addCanvas,
  addItem,
  addRecommendation,
  addService,
  connect,
  draw,
  editCanvasSummary,
  readBoard,
  setCanvasKind,
  type Board,
} from '@tafelrunde/schema'
import {
  FREE_FIELD,
  type BoardContent,
  type CanvasContent,
  type GroupId,
  type SeatId,
  type SketchContent,
} from '@tafelrunde/schema/plain'
import { until, type Participant } from '@tafelrunde/testkit'

/**
 * Write a board's content as the people of its group would, through the sync protocol, onto the canvas that the server
 * has prepared: one after the other adds a part and sees what stands there, so the order is kept. Resolves when all of
 * it is on the server's disk.
 */
export async function fillBoard(
  people: readonly Participant[],
  groupId: GroupId,
  content: BoardContent,
): Promise<void> {
  await Promise.all(people.map((person) => person.openBoard(groupId)))
  await until(() => people.every((person) => person.open(`group/${groupId}`).mayWrite), { what: 'an open board' })
  const takeTurns = async <T>(parts: readonly T[], write: (board: Board, part: T, author: SeatId) => void) => {
    const share = Math.ceil(parts.length / people.length)
    for (const [index, person] of people.entries()) {
      const own = parts.slice(index * share, (index + 1) * share)
      for (const part of own) editOrThrow(person, groupId, (board) => write(board, part, person.seatId))
      if (own.length > 0) await isSeenByAll(people, groupId)
    }
  }
  const items = content.canvases.flatMap((canvas) => (canvas.items ?? []).map((item) => ({ canvas, item })))
  await takeTurns(content.canvases, (board, canvas) => prepareCanvas(board, canvas))
  await takeTurns(items, (board, { canvas, item: { fieldId, ...item } }, author) => {
    const canvasId = readBoard(board).canvases.find((other) => other.templateId === canvas.templateId)?.id ?? null
    addItem(board, { ...withoutState(item), author, place: { canvasId, fieldId } })
  })
  await takeTurns(content.freeItems ?? [], (board, { position, ...item }, author) => {
    const place = { canvasId: null, fieldId: FREE_FIELD, position: position ?? null }
    addItem(board, { ...withoutState(item), author, place })
  })
  await takeTurns(content.recommendations ?? [], (board, recommendation, author) => {
    addRecommendation(board, { ...withoutState(recommendation), author })
  })
  await takeTurns(content.sketch ?? [], drawElement)
}

function editOrThrow(person: Participant, groupId: GroupId, write: (board: Board) => void): void {
  const done = person.edit(groupId, (board) => {
    write(board)
    return true
  })
  if (!done) throw new Error(`board ${groupId} takes no edits`)
}

/** Everybody's edits are on disk, and everybody has everybody's. */
async function isSeenByAll(people: readonly Participant[], groupId: GroupId): Promise<void> {
  const sizeFor = (person: Participant): string => {
    const { canvases, items, recommendations, sketch } = person.read(groupId)
    return [canvases, items, recommendations, sketch].map((list) => list.length).join()
  }
  await until(() => people.every((person) => person.isSaved) && new Set(people.map(sizeFor)).size === 1, {
    what: 'what was written to be saved and seen by the whole group',
    timeoutMs: 60_000,
  })
}

function prepareCanvas(board: Board, canvas: CanvasContent): void {
  const prepared = readBoard(board).canvases.find((other) => other.templateId === canvas.templateId)
  const canvasId = prepared?.id ?? addCanvas(board, canvas)?.result
  if (!canvasId) throw new Error(`no room for the canvas ${canvas.title}`)
  if (canvas.kind) setCanvasKind(board, canvasId, canvas.kind)
  if (canvas.summary) editCanvasSummary(board, canvasId, canvas.summary)
  for (const service of canvas.services ?? []) addService(board, canvasId, service)
}

function drawElement(board: Board, element: SketchContent): void {
  if (element.type === 'arrow') connect(board, element.from, element.to, element.label)
  else draw(board, element.points, element.colour, element.width)
}

function withoutState<T extends { readonly state?: unknown }>(entry: T): Omit<T, 'state'> {
  const { state: _state, ...rest } = entry
  return rest
}

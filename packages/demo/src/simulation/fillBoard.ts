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
import type { BoardContent, CanvasContent, CanvasId, GroupId, SketchContent } from '@tafelrunde/schema/plain'
import { until, type Participant } from '@tafelrunde/testkit'

/**
 * Write a board's content as the people of its group would: everybody adds some of the notes, through the sync
 * protocol, onto the canvas that the server has prepared. Resolves when all of it is on the server's disk.
 */
export async function fillBoard(
  people: readonly Participant[],
  groupId: GroupId,
  content: BoardContent,
): Promise<void> {
  await Promise.all(people.map((person) => person.openBoard(groupId)))
  await until(() => people.every((person) => person.open(`group/${groupId}`).mayWrite), { what: 'an open board' })
  const writer = new TurnTaking(people, groupId)
  for (const canvas of content.canvases) {
    const canvasId = writer.alone((board) => prepareCanvas(board, canvas))
    await writer.saved()
    for (const { fieldId, ...item } of canvas.items ?? []) {
      writer.next((board, author) => addItem(board, { ...withoutState(item), author, place: { canvasId, fieldId } }))
    }
  }
  for (const { position, ...item } of content.freeItems ?? []) {
    const place = { canvasId: null, fieldId: 'free', position: position ?? null }
    writer.alone((board, author) => addItem(board, { ...withoutState(item), author, place }))
  }
  for (const recommendation of content.recommendations ?? []) {
    writer.next((board, author) => addRecommendation(board, { ...withoutState(recommendation), author }))
  }
  await writer.saved()
  for (const element of content.sketch ?? []) writer.alone((board) => drawElement(board, element))
  await writer.saved()
}

/** Hands one edit after the other to the people of a group in turn. */
class TurnTaking {
  private at = 0
  private readonly people: readonly Participant[]
  private readonly groupId: GroupId

  constructor(people: readonly Participant[], groupId: GroupId) {
    this.people = people
    this.groupId = groupId
  }

  /** Let the next person edit. */
  next<T>(change: (board: Board, author: Participant['seatId']) => T): T {
    this.at += 1
    return this.as(this.at % this.people.length, change)
  }

  /** Let the first person edit, who sees everything of one's own at once. */
  alone<T>(change: (board: Board, author: Participant['seatId']) => T): T {
    return this.as(0, change)
  }

  /** Everybody's edits are on disk, and everybody has everybody's. */
  async saved(): Promise<void> {
    const counts = (): number[] =>
      this.people.map((person) => {
        const { canvases, items, recommendations } = person.read(this.groupId)
        return canvases.length + items.length + recommendations.length
      })
    await until(() => this.people.every((person) => person.isSaved) && new Set(counts()).size === 1, {
      what: 'a filled board to be saved and seen by its group',
      timeoutMs: 60_000,
    })
  }

  private as<T>(index: number, change: (board: Board, author: Participant['seatId']) => T): T {
    const person = this.people[index]
    const done = person?.edit(this.groupId, (board) => ({ result: change(board, person.seatId) }))
    if (!done) throw new Error(`board ${this.groupId} takes no edits`)
    return done.result
  }
}

function prepareCanvas(board: Board, canvas: CanvasContent): CanvasId {
  const prepared = readBoard(board).canvases.find((other) => other.templateId === canvas.templateId)
  const canvasId = prepared?.id ?? addCanvas(board, canvas)?.result
  if (!canvasId) throw new Error(`no room for the canvas ${canvas.title}`)
  if (canvas.kind) setCanvasKind(board, canvasId, canvas.kind)
  if (canvas.summary) editCanvasSummary(board, canvasId, canvas.summary)
  for (const service of canvas.services ?? []) addService(board, canvasId, service)
  return canvasId
}

function drawElement(board: Board, element: SketchContent): void {
  if (element.type === 'arrow') connect(board, element.from, element.to, element.label)
  else draw(board, element.points, element.colour, element.width)
}

function withoutState<T extends { readonly state?: unknown }>(entry: T): Omit<T, 'state'> {
  const { state: _state, ...rest } = entry
  return rest
}

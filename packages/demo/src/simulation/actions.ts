import {
  addItem,
  addRecommendation,
  editItemText,
  editRecommendationText,
  linkItem,
  moveItem,
  setItemAttributes,
  setItemEvidence,
  setRecommendation,
} from '@tafelrunde/schema'
import { EVIDENCES, type Item, type ItemId, type RecommendationContent } from '@tafelrunde/schema/plain'
import type { PendingIdea } from '../demoWorkshop.ts'
import type { SimulatedPerson } from './SimulatedPerson.ts'

/** What a person types next: an idea, perhaps with the id under which others already refer to it. */
export interface Idea extends PendingIdea {
  readonly id?: ItemId
}

/** Milliseconds between two letters of a person who thinks while typing. */
const LETTER_MS = [70, 210] as const
const MOVE_STEPS = 14

/** Write a note letter by letter, then say what one knows about it. False: the board took nothing. */
export async function typeIdea(person: SimulatedPerson, idea: Idea): Promise<boolean> {
  const canvas = person.canvas()
  if (!canvas) return false
  const { fieldId, text } = idea
  person.show({ place: { fieldId, canvasId: canvas.id, x: person.random.fraction(), y: person.random.fraction() } })
  await person.pause(600, 2_000)
  const place = { canvasId: canvas.id, fieldId }
  const added = person.edit('items', (board) =>
    addItem(board, { place, author: person.participant.seatId, ...(idea.id ? { id: idea.id } : {}) }),
  )
  if (!added) return false
  const itemId = added.result
  person.show({ editing: itemId })
  for (let length = 1; length <= text.length && !person.isDone; length += 1) {
    await person.pause(...LETTER_MS)
    if (!person.edit('items', (board) => editItemText(board, itemId, text.slice(0, length)))) break
  }
  person.show({ editing: null })
  await person.pause(800, 2_500)
  person.edit('items', (board) => setItemAttributes(board, itemId, idea.attributes))
  const { evidence } = idea
  if (evidence) person.edit('items', (board) => setItemEvidence(board, itemId, evidence))
  return true
}

/** Drag a note to another place of its field, with a hand that others see moving. */
export async function moveNote(person: SimulatedPerson): Promise<void> {
  const item = someItem(person, (candidate) => candidate.canvasId !== null)
  if (!item) return
  const siblings = person.read().items.filter((other) => isBeside(other, item))
  const target = siblings.length > 0 ? person.random.pick(siblings) : null
  if (!target) return
  const [fromX, fromY] = [person.random.fraction(), person.random.fraction()]
  for (let step = 1; step <= MOVE_STEPS && !person.isDone; step += 1) {
    const x = fromX + ((0.5 - fromX) * step) / MOVE_STEPS
    const y = fromY + ((0.5 - fromY) * step) / MOVE_STEPS
    const { fieldId, canvasId } = item
    person.show({ place: { fieldId, canvasId, x, y }, dragging: { itemId: item.id, x, y } })
    await person.pause(40, 60)
  }
  const { canvasId, fieldId } = item
  person.edit('items', (board) => moveItem(board, item.id, { canvasId, fieldId, after: target.id }))
  person.show({ dragging: null })
}

/** Say how well something is known that nobody has said it of. */
export async function rateEvidence(person: SimulatedPerson): Promise<void> {
  const item = someItem(person, (candidate) => candidate.evidence === null && candidate.canvasId !== null)
  if (!item) return
  const { fieldId, canvasId } = item
  person.show({ place: { fieldId, canvasId, x: person.random.fraction(), y: person.random.fraction() } })
  await person.pause(1_000, 3_000)
  const evidence = person.random.pick(EVIDENCES)
  person.edit('items', (board) => setItemEvidence(board, item.id, evidence))
}

/** Write a recommendation: the title letter by letter, then its attributes and what it rests on. */
export async function proposeRecommendation(person: SimulatedPerson, content: RecommendationContent): Promise<boolean> {
  const {
    title,
    itemIds = [],
    addressees,
    type,
    horizon,
    effort,
    impact,
    until,
    description,
    rationale,
    lead,
    firstStep,
  } = content
  const added = person.edit('recommendations', (board) =>
    addRecommendation(board, {
      title: title.slice(0, 1),
      author: person.participant.seatId,
      ...(description ? { description } : {}),
      ...(rationale ? { rationale } : {}),
    }),
  )
  if (!added) return false
  const id = added.result
  for (let length = 2; length <= title.length && !person.isDone; length += 1) {
    await person.pause(...LETTER_MS)
    if (!person.edit('recommendations', (board) => editRecommendationText(board, id, 'title', title.slice(0, length))))
      break
  }
  await person.pause(1_000, 3_000)
  const scalars = { type, horizon, effort, impact, until, addressees }
  const patch = Object.fromEntries(Object.entries(scalars).filter(([, value]) => value !== undefined))
  person.edit('recommendations', (board) => setRecommendation(board, id, patch))
  person.edit('recommendations', (board) => editRecommendationText(board, id, 'lead', lead ?? ''))
  person.edit('recommendations', (board) => editRecommendationText(board, id, 'firstStep', firstStep ?? ''))
  const known = new Set(person.read().items.map((item) => item.id))
  for (const itemId of itemIds.filter((candidate) => known.has(candidate))) {
    person.edit('recommendations', (board) => linkItem(board, id, itemId))
  }
  return true
}

/** Read along: the cursor wanders over a field. */
export async function lookAround(person: SimulatedPerson): Promise<void> {
  const item = someItem(person, () => true)
  if (!item) return
  let [x, y] = [person.random.fraction(), person.random.fraction()]
  for (let step = 0; step < 20 && !person.isDone; step += 1) {
    x = within(x + (person.random.fraction() - 0.5) * 0.1)
    y = within(y + (person.random.fraction() - 0.4) * 0.1)
    person.show({ place: { fieldId: item.fieldId, canvasId: item.canvasId, x, y } })
    await person.pause(80, 300)
  }
}

function someItem(person: SimulatedPerson, isWanted: (item: Item) => boolean): Item | null {
  const wanted = person
    .read()
    .items.filter((item) => item.state === 'active' && item.fieldId !== 'free' && isWanted(item))
  return wanted.length > 0 ? person.random.pick(wanted) : null
}

function isBeside(other: Item, item: Item): boolean {
  return (
    other.id !== item.id &&
    other.state === 'active' &&
    other.canvasId === item.canvasId &&
    other.fieldId === item.fieldId
  )
}

function within(value: number): number {
  return Math.min(0.98, Math.max(0.02, value))
}

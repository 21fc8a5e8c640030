import {
  fieldOf,
  FREE_FIELD,
  readingOrder,
  templateOf,
  type BoardSnapshot,
  type Canvas,
  type FieldId,
  type Group,
  type ItemPlace,
  type RunState,
  type Step,
} from '@tafelrunde/schema/plain'

/** Where the notes of a board go. */
export interface Places {
  /** The place of somebody's first, second … note. */
  readonly at: (index: number) => ItemPlace
  /** No canvas of the board has a field for notes. */
  readonly isFreeOnly: boolean
}

/**
 * Where people write on a board in a step: what a vote will be about comes first, as the moderators will ask for it,
 * then one field after the other.
 */
export function choosePlaces(
  board: BoardSnapshot,
  { lockedCanvasIds }: Pick<Group, 'lockedCanvasIds'>,
  votedFields: readonly FieldId[],
): Places {
  const canvases = board.canvases.filter(({ id, state }) => state === 'active' && !lockedCanvasIds.includes(id))
  const voted = canvases.flatMap((canvas) => placesOn(canvas, votedFields))
  const others = canvases.flatMap((canvas) => placesOn(canvas, null))
  const all = [...voted, ...others.filter((place) => !voted.some((other) => isSame(place, other)))]
  const free = { canvasId: null, fieldId: FREE_FIELD, position: { x: 40, y: 40 } }
  return { isFreeOnly: all.length === 0, at: (index) => all[index % all.length] ?? free }
}

/** Fields that this step or a later one votes on, on boards of this kind. */
export function votedFieldsFrom(run: RunState, step: Step, { kind }: Pick<Group, 'kind'>): readonly FieldId[] {
  return run.steps.slice(run.steps.indexOf(step)).flatMap(({ vote }) => {
    const isHere = vote?.subject === 'notes' && (vote.where === 'common') === (kind === 'common')
    return isHere && vote.fieldId !== null ? [vote.fieldId] : []
  })
}

/** Fields of the canvas that take notes; of the wanted ones only, or all. */
function placesOn({ id, templateId }: Canvas, wanted: readonly FieldId[] | null): readonly ItemPlace[] {
  const template = templateOf(templateId)
  const fieldIds = wanted ?? readingOrder(template).map((field) => field.id)
  return fieldIds
    .filter((fieldId) => ['items', 'messages'].includes(fieldOf(template, fieldId)?.type ?? ''))
    .map((fieldId) => ({ canvasId: id, fieldId }))
}

function isSame(one: ItemPlace, other: ItemPlace): boolean {
  return one.canvasId === other.canvasId && one.fieldId === other.fieldId
}

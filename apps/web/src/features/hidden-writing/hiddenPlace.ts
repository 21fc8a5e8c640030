import { boardOfNote, isModerating, isWriting, type Role } from '@tafelrunde/protocol'
import {
  isWritingHidden,
  stepOf,
  templateOf,
  type Canvas,
  type Group,
  type HiddenNote,
  type HiddenPlace,
  type RunState,
} from '@tafelrunde/schema/plain'

/** Who asks, and where. */
export interface HiddenQuestion {
  readonly run: RunState
  readonly group: Group
  readonly role: Role
  /** The seat's own group. */
  readonly ownGroupId: string | null
}

/** Whether this person writes hidden on this board now. */
export function writesHiddenHere({ run, group, role, ownGroupId }: HiddenQuestion): boolean {
  const step = stepOf(run, group.id)
  if (!step || run.closedAt !== null || !isWritingHidden(run, group) || !isWriting(role)) return false
  const isHere = step.where === 'all' || (step.where === 'common') === (group.kind === 'common')
  return isHere && (group.kind === 'common' || group.id === ownGroupId || isModerating(role))
}

/** A field that a hidden note can go to. */
export interface HiddenField {
  readonly place: HiddenPlace
  readonly label: Readonly<Record<'de' | 'en', string>>
  /** Notes of it have more to them than their text, such as the talk that they are from. */
  readonly hasAttribute: boolean
}

/** The fields of a canvas that take notes, those in view first. */
export function hiddenFields(group: Group, canvas: Canvas | undefined): readonly HiddenField[] {
  if (!canvas) return []
  const fields = templateOf(canvas.templateId)?.fields ?? []
  return fields
    .filter(({ type, layout }) => type === 'items' && layout !== 'deepening')
    .map(({ id, label, attribute }) => ({
      place: { groupId: group.id, canvasId: canvas.id, fieldId: id },
      label,
      hasAttribute: attribute !== undefined,
    }))
}

/** Where a note goes if nobody says otherwise: the field that is voted on next, else the first for plain notes. */
export function usualField(run: RunState, group: Group, fields: readonly HiddenField[]): HiddenField | undefined {
  const current = run.steps.findIndex(({ id }) => id === stepOf(run, group.id)?.id)
  const voted = run.steps.slice(Math.max(0, current)).find(({ vote }) => vote?.subject === 'notes')?.vote?.fieldId
  return (
    fields.find(({ place }) => place.fieldId === voted) ?? fields.find(({ hasAttribute }) => !hasAttribute) ?? fields[0]
  )
}

/** Own notes that come onto this board when they are shown. */
export function notesForBoard(
  notes: readonly HiddenNote[],
  { run, group, role, ownGroupId }: HiddenQuestion,
): readonly HiddenNote[] {
  return notes.filter((note) => boardOfNote(run, { role, groupId: ownGroupId }, note) === group.id)
}

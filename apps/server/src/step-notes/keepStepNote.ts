import { AppError, type StepNote } from '@tafelrunde/protocol'
import { normaliseText, type StepId, type WorkshopId } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'

/** What is written down for every step of a workshop, for its moderators. */
export async function listStepNotes(
  { stepNotes }: Pick<ServerParts, 'stepNotes'>,
  workshopId: WorkshopId,
): Promise<readonly StepNote[]> {
  return (await stepNotes.list(workshopId)).map(({ stepId, text, at }) => ({ stepId, text, at }))
}

/** What is written down for one step. @throws AppError `step.unknown` */
export async function readStepNote(
  parts: Pick<ServerParts, 'stepNotes' | 'runStates'>,
  workshopId: WorkshopId,
  stepId: string,
): Promise<StepNote> {
  const step = await stepOfSheet(parts, workshopId, stepId)
  const notes = await listStepNotes(parts, workshopId)
  return notes.find((note) => note.stepId === step) ?? { stepId: step, text: '', at: 0 }
}

/** Write down something for one step; the other moderators see it at once. @throws AppError `step.unknown` */
export async function keepStepNote(
  parts: Pick<ServerParts, 'stepNotes' | 'runStates' | 'audit' | 'news' | 'now'>,
  seat: Seat,
  { stepId, text }: { readonly stepId: string; readonly text: string },
): Promise<StepNote> {
  const { workshopId } = seat
  const note = { stepId: await stepOfSheet(parts, workshopId, stepId), text: normaliseText(text), at: parts.now() }
  await parts.stepNotes.keep({ workshopId, ...note })
  const details = { stepId: note.stepId, characters: note.text.length }
  await parts.audit.append({ workshopId, seatId: seat.id, at: note.at, event: 'step.noted', details })
  parts.news.tell(workshopId, 'notes')
  return note
}

async function stepOfSheet(
  { runStates }: Pick<ServerParts, 'runStates'>,
  workshopId: WorkshopId,
  stepId: string,
): Promise<StepId> {
  const step = (await runStates.load(workshopId)).steps.find(({ id }) => id === stepId)
  if (!step) throw new AppError('step.unknown', 'the run sheet has no such step')
  return step.id
}

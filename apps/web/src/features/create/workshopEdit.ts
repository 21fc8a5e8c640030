import type { EditWorkshopRequest } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { formProblems, parseOrganisations, timesOf, type FormProblem, type TalkDraft } from './toCreateRequest.ts'
import type { WorkshopBasics } from './WorkshopFields.tsx'
import { localTimeOf } from './zonedTime.ts'

/** A workshop while it is being edited, as inputs hold it. */
export interface WorkshopEdit extends WorkshopBasics {
  readonly organisationsText: string
  readonly talks: readonly TalkDraft[]
}

/** The workshop as its inputs begin; times stand as clocks at its own place show them. */
export function workshopEditOf({ workshop, talks }: Pick<RunState, 'workshop' | 'talks'>): WorkshopEdit {
  const { startsAt, endsAt, timeZone } = workshop
  const start = startsAt === null ? null : localTimeOf(startsAt, timeZone)
  return {
    title: workshop.title,
    date: start?.date ?? '',
    startTime: start?.time ?? '',
    endTime: endsAt === null ? '' : localTimeOf(endsAt, timeZone).time,
    timeZone,
    language: workshop.language,
    organisationsText: workshop.organisations.join('\n'),
    talks,
  }
}

/** What has to be mended before the edit can be saved. */
export function problemsOfEdit(edit: WorkshopEdit): readonly FormProblem[] {
  return formProblems(edit)
}

/** Only what differs from the workshop as it was; empty when nothing was changed. */
export function toEditRequest(edit: WorkshopEdit, before: WorkshopEdit): EditWorkshopRequest {
  const request: EditWorkshopRequest = {}
  if (edit.title.trim() !== before.title) request.title = edit.title.trim()
  if (edit.language !== before.language) request.language = edit.language
  if (edit.date !== before.date || edit.startTime !== before.startTime || edit.endTime !== before.endTime) {
    const { startsAt, endsAt } = timesOf(edit)
    request.startsAt = startsAt === null ? null : new Date(startsAt).toISOString()
    request.endsAt = endsAt === null ? null : new Date(endsAt).toISOString()
  }
  if (edit.organisationsText !== before.organisationsText) {
    request.organisations = [...parseOrganisations(edit.organisationsText)]
  }
  if (edit.talks !== before.talks) {
    request.talks = edit.talks
      .filter((talk) => talk.title.trim())
      .map(({ id, organisation, title }) => ({
        ...(id ? { id } : {}),
        organisation: organisation.trim(),
        title: title.trim(),
      }))
  }
  return request
}

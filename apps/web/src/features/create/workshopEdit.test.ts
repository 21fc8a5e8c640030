import { EditWorkshopRequest } from '@tafelrunde/protocol'
import { newId, type RunState, type TalkId } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { problemsOfEdit, toEditRequest, workshopEditOf } from './workshopEdit.ts'

const run = {
  workshop: {
    id: 'w',
    title: 'OZG-Marketing',
    language: 'de',
    startsAt: Date.parse('2022-03-03T09:00:00+01:00'),
    endsAt: Date.parse('2022-03-03T13:00:00+01:00'),
    timeZone: 'Europe/Berlin',
    organisations: ['Land A'],
    isExample: false,
    retainedUntil: null,
  },
  talks: [{ id: newId<TalkId>(), organisation: 'Land A', title: 'Impuls' }],
} satisfies Pick<RunState, 'workshop' | 'talks'>

it('shows the times of the workshop as they are at its place', () => {
  expect(workshopEditOf(run)).toMatchObject({ date: '2022-03-03', startTime: '09:00', endTime: '13:00' })
})

it('sends nothing that was not changed', () => {
  const before = workshopEditOf(run)
  expect(problemsOfEdit(before)).toEqual([])
  expect(toEditRequest(before, before)).toEqual({})
})

it('sends exactly what was changed, in the shape of the server', () => {
  const before = workshopEditOf(run)
  const edit = {
    ...before,
    title: 'Neu',
    endTime: '14:00',
    talks: [...before.talks, { organisation: '', title: 'Zweiter' }],
  }
  expect(EditWorkshopRequest.parse(toEditRequest(edit, before))).toEqual({
    title: 'Neu',
    startsAt: '2022-03-03T08:00:00.000Z',
    endsAt: '2022-03-03T13:00:00.000Z',
    talks: [run.talks[0], { organisation: '', title: 'Zweiter' }],
  })
})

it('takes the day back when it is cleared', () => {
  const before = workshopEditOf(run)
  expect(toEditRequest({ ...before, date: '' }, before)).toEqual({ startsAt: null, endsAt: null })
})

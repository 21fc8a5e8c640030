import type { CreateWorkshopResponse, SubmissionsResponse } from '@tafelrunde/protocol'
import { addItem, addRecommendation, editItemText, editRecommendationText } from '@tafelrunde/schema'
import {
  richTextOf,
  type BoardSnapshot,
  type GroupId,
  type ItemId,
  type PlenaryView,
  type RecommendationId,
  type RunState,
} from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventReader } from './EventReader.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

/** A workshop with a scribe on the first group's board, which has recommendations with these titles. */
async function aList(titles: readonly string[], created?: CreateWorkshopResponse) {
  const workshop = created ?? (await server.createWorkshop())
  const path = `/api/v1/workshops/${workshop.workshop.id}`
  const [first, second] = workshop.groups
  const groupId = first!.id as GroupId
  const moderator = await server.join(workshop.links.moderator)
  const scribe = await server.join(first!.scribeLink)
  const person = await Participant.join({
    url: server.address,
    invite: inviteOf(first!.link),
    name: 'Ada',
    organisation: '',
  })
  await person.openBoard(groupId)
  const ids: RecommendationId[] = []
  for (const title of titles) {
    ids.push(await until(() => person.edit(groupId, (board) => addRecommendation(board, { title }))?.result))
  }
  await until(() => person.isSaved)
  const call = <T = SubmissionsResponse>(method: string, end: string, token: string, body?: unknown) =>
    server.call<T>(method, `${path}${end}`, { token, ...(body === undefined ? {} : { body }) })
  return {
    ids,
    groupId,
    otherGroupId: second!.id as GroupId,
    workshop,
    path,
    person,
    moderator: moderator.token,
    scribe: scribe.token,
    call,
    submit: (token: string, recommendationIds: readonly string[], group = groupId) =>
      call('POST', `/groups/${group}/submissions`, token, { recommendationIds }),
    decide: (body: unknown, token = moderator.token) => call('POST', '/plenary', token, body),
    view: async () => (await call<{ view: PlenaryView }>('GET', '/plenary', moderator.token)).body.view,
    board: (): BoardSnapshot => person.read(groupId),
  }
}

const codesOf = ({ submissions }: SubmissionsResponse): string[] => submissions.map(({ code }) => code)

describe('[SP1] submitting', () => {
  test('is for the scribe of the group and for moderators; participants see the codes', async () => {
    const { ids, groupId, otherGroupId, workshop, scribe, moderator, submit, call } = await aList(['Eins', 'Zwei', ''])
    const [first, second, untitled] = ids as [RecommendationId, RecommendationId, RecommendationId]
    const participant = (await server.join(workshop.groups[0]!.link)).token
    expect(await submit(participant, [first])).toMatchObject({ status: 403, body: { error: 'seat.notAllowed' } })
    const outsider = (await server.join(workshop.groups[1]!.scribeLink)).token
    expect(await submit(outsider, [first])).toMatchObject({ status: 403, body: { error: 'group.foreign' } })
    expect(await submit(scribe, [first], otherGroupId)).toMatchObject({ body: { error: 'group.foreign' } })
    expect(await submit(moderator, [first], otherGroupId)).toMatchObject({
      status: 404,
      body: { error: 'recommendation.unknown' },
    })
    expect(await submit(scribe, [first, untitled])).toMatchObject({ body: { error: 'recommendation.unknown' } })
    expect(codesOf((await call('GET', '/submissions', participant)).body)).toEqual([])

    expect((await submit(scribe, [first])).status).toBe(200)
    expect((await submit(moderator, [second])).status).toBe(200)
    const { submissions } = (await call('GET', '/submissions', participant)).body
    expect(submissions).toMatchObject([
      { code: 'HE-1-01', groupId, recommendationId: first, status: 'submitted', history: [{ role: 'scribe' }] },
      { code: 'HE-1-02', groupId, recommendationId: second, status: 'submitted', history: [{ role: 'moderator' }] },
    ])
    expect((await call('GET', '/submissions', outsider)).body.submissions).toEqual([])
    expect(await call('POST', '/submissions/HE-1-01/withdraw', scribe, {})).toMatchObject({ status: 403 })
  })

  test('[SP2] gives every recommendation one code, however often and by whomever it is submitted at once', async () => {
    const { ids, scribe, moderator, submit, call } = await aList(['Eins', 'Zwei', 'Drei'])
    await Promise.all([scribe, moderator, scribe, moderator].map((token) => submit(token, ids)))
    const { submissions } = (await call('GET', '/submissions', moderator)).body
    expect(codesOf({ submissions })).toEqual(['HE-1-01', 'HE-1-02', 'HE-1-03'])
    expect(submissions.map(({ history }) => history.length)).toEqual([1, 1, 1])
  })

  test('shows in the plenary and on boards at once, and in every export', async () => {
    const { ids, path, workshop, moderator, scribe, submit, view, call } = await aList(['Eins'])
    const screen = await server.join(workshop.links.screen)
    const reader = await EventReader.open(`${server.address}${path}/plenary/events`, screen.token)
    const state = await reader.first(({ event }) => event === 'state')
    expect((state.data['run'] as RunState).submissionsVersion).toBe(0)
    await submit(scribe, ids)
    await reader.first(({ event, data }) => event === 'patch' && JSON.stringify(data).includes('HE-1-01'))
    await reader.first(({ event, data }) => event === 'run' && (data['run'] as RunState).submissionsVersion === 1)
    reader.close()
    expect((await view()).recommendations).toMatchObject([{ code: 'HE-1-01', status: 'submitted' }])
    for (const format of ['html', 'csv', 'md', 'json']) {
      const { body } = await call<object>('GET', `/results.${format}`, moderator)
      expect(JSON.stringify(body)).toMatch(/HE\\*-1\\*-01/)
    }
  })

  test('[SP2] withdrawn codes stay reserved, also over a restart; the workshop has its number in the series', async () => {
    const { ids, workshop, moderator, scribe, person, submit, call, view } = await aList(['Eins', 'Zwei', 'Drei'])
    const [first, second, third] = ids as [RecommendationId, RecommendationId, RecommendationId]
    await submit(scribe, [first, second])
    const withdrawn = await call('POST', '/submissions/HE-1-02/withdraw', moderator, { note: 'doppelt' })
    expect(withdrawn.body.submissions[1]).toMatchObject({ code: 'HE-1-02', status: 'draft' })
    expect(withdrawn.body.submissions[1]?.history.at(-1)).toMatchObject({ to: 'draft', note: 'doppelt' })
    expect(await call('POST', '/submissions/HE-1-02/withdraw', moderator, {})).toMatchObject({ status: 404 })
    person.leave()
    await server.restart()
    expect(codesOf((await submit(moderator, [third])).body)).toEqual(['HE-1-01', 'HE-1-02', 'HE-1-03'])
    await submit(moderator, [second])
    expect((await view()).recommendations.map(({ code, status }) => [code, status])).toEqual([
      ['HE-1-01', 'submitted'],
      ['HE-1-02', 'submitted'],
      ['HE-1-03', 'submitted'],
    ])
    const later = await aList(['Neu'], await server.createWorkshop({ series: workshop.workshop.series }))
    expect(codesOf((await later.submit(later.scribe, later.ids)).body)).toEqual(['HE-2-01'])
    later.person.leave()
  })
})

describe('[SP3] what the plenary agrees', () => {
  test('is written on the board of the group, by moderators only and never on a frozen board', async () => {
    const { ids, groupId, person, scribe, board, decide, view, call, moderator } = await aList(['Eins'])
    const recommendationKey = `${groupId}/${ids[0]}`
    const rate = { type: 'rate', recommendationKey, effort: 2, impact: 5 }
    const commit = { type: 'commit', recommendationKey, lead: 'Stadt X', firstStep: 'Einladen', until: '2026-12-01' }
    expect((await decide(rate, scribe)).status).toBe(403)
    expect((await decide(rate)).status).toBe(200)
    expect((await decide(commit)).status).toBe(200)
    await until(() => board().recommendations[0]?.until === '2026-12-01')
    const agreed = { effort: 2, impact: 5, lead: 'Stadt X', firstStep: 'Einladen', until: '2026-12-01' }
    expect(board().recommendations[0]).toMatchObject(agreed)
    expect((await decide({ type: 'rate', recommendationKey, effort: null })).status).toBe(200)
    expect((await view()).recommendations[0]?.recommendation).toMatchObject({ ...agreed, effort: null })
    await call('POST', '/run', moderator, { type: 'freeze' })
    expect(await decide(commit)).toMatchObject({ status: 409, body: { error: 'board.frozen' } })
    const gone = { ...rate, recommendationKey: `${groupId}/${'x'.repeat(22)}` }
    await call('POST', '/run', moderator, { type: 'unfreeze' })
    expect(await decide(gone)).toMatchObject({ status: 404, body: { error: 'recommendation.unknown' } })
    person.leave()
  })

  test('a priority is set and taken away, also before the submission', async () => {
    const { ids, groupId, person, decide, view } = await aList(['Eins'])
    const recommendationKey = `${groupId}/${ids[0]}`
    await decide({ type: 'prioritise', recommendationKeys: [recommendationKey] })
    expect((await view()).recommendations[0]).toMatchObject({ priority: 1, code: null, status: 'draft' })
    await decide({ type: 'prioritise', recommendationKeys: [] })
    expect((await view()).recommendations[0]?.priority).toBeNull()
    const unknown = { type: 'prioritise', recommendationKeys: ['x'] }
    expect((await decide(unknown)).body).toMatchObject({ error: 'recommendation.unknown' })
    person.leave()
  })
})

describe('[SP4] an edit at the source', () => {
  test('shows on what was folded, reworded or submitted, until the plenary takes note or lets go', async () => {
    const { ids, groupId, person, scribe, submit, decide, view } = await aList(['Eins'])
    const place = { canvasId: person.read(groupId).canvases[0]!.id, fieldId: 'needs' }
    const write = (text: string): Promise<ItemId> =>
      until(() => person.edit(groupId, (board) => addItem(board, { place, text }))?.result)
    const items = [await write('A'), await write('B'), await write('C')]
    const [a, b, c] = items.map((id) => `${groupId}/${id}`) as [string, string, string]
    await until(() => person.isSaved)
    await decide({ type: 'fold', headKey: a, entryKeys: [b] })
    await decide({ type: 'reword', entryKey: c, text: 'C, gemeinsam' })
    await submit(scribe, ids)
    for (const id of items) {
      await until(() => person.edit(groupId, (board) => editItemText(board, id, richTextOf('anders'))))
    }
    await until(() => person.edit(groupId, (board) => editRecommendationText(board, ids[0]!, 'title', 'Anders')))
    await until(() => person.isSaved)

    const changes = async (): Promise<Record<string, string | null>> => {
      const { entries, recommendations } = await view()
      return Object.fromEntries([...entries, ...recommendations].map((entry) => [entry.key, entry.changedSince]))
    }
    const submitted = `${groupId}/${ids[0]}`
    expect(await changes()).toEqual({ [a]: 'A', [b]: 'B', [c]: 'C', [submitted]: 'Eins' })
    expect((await view()).entries.find(({ key }) => key === c)).toMatchObject({
      plainText: 'C, gemeinsam',
      original: 'anders',
    })
    await decide({ type: 'acknowledge', entryKey: b })
    await decide({ type: 'acknowledge', entryKey: submitted })
    expect(await changes()).toEqual({ [a]: 'A', [b]: null, [c]: 'C', [submitted]: null })
    await decide({ type: 'unfold', headKey: a })
    await decide({ type: 'reword', entryKey: c, text: null })
    expect(Object.values(await changes())).toEqual([null, null, null, null])
    person.leave()
  })
})

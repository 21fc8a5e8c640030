import type { LinkRecord } from '@tafelrunde/protocol'
import type { PlenaryView, RunState } from '@tafelrunde/schema/plain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

async function ownerOf(request: Readonly<Record<string, unknown>> = {}) {
  const created = await server.createWorkshop(request)
  const { token } = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const run = async (): Promise<RunState> => (await server.call<{ run: RunState }>('GET', path, { token })).body.run
  return { created, token, path, run }
}

describe('creating a workshop', () => {
  test('answers with a link for every role and group, tokens only in the fragment', async () => {
    const created = await server.createWorkshop({
      groups: [{ name: 'Gründung', topic: 'Gewerbe' }, { name: 'Familien' }],
    })
    const links = [
      ...Object.values(created.links),
      ...created.groups.flatMap(({ link, scribeLink }) => [link, scribeLink]),
    ]
    expect(links).toHaveLength(9)
    for (const link of links) expect(link).toMatch(/^http:\/\/localhost:\d+\/join#[A-Za-z][A-Za-z0-9_-]{21}$/)
    expect(new Set(links).size).toBe(9)
    const seats = await Promise.all([
      server.join(created.links.owner),
      server.join(created.links.screen),
      server.join(created.groups[0]!.link),
      server.join(created.groups[1]!.scribeLink),
    ])
    expect(seats.map(({ seat, group }) => [seat.role, group?.name ?? null])).toEqual([
      ['owner', null],
      ['screen', null],
      ['participant', 'Gründung'],
      ['scribe', 'Familien'],
    ])
  })

  test('gives each group a letter, skips the letter of the common board, and names numbered groups', async () => {
    const { run } = await ownerOf({ groups: 20, language: 'de' })
    const { groups } = await run()
    expect(groups[0]).toMatchObject({ kind: 'common', letter: 'P', name: 'Gemeinsame Tafel' })
    expect(
      groups
        .slice(1)
        .map(({ letter }) => letter)
        .join(''),
    ).toBe('ABCDEFGHIJKLMNOQRSTU')
    expect(groups[1]!.name).toBe('Gruppe A')
  })

  test('keeps times with their offset and retention from the end', async () => {
    const { run } = await ownerOf({ startsAt: '2022-03-03T09:00:00+01:00', endsAt: '2022-03-03T13:00:00+01:00' })
    const { workshop } = await run()
    expect(workshop.startsAt).toBe(Date.parse('2022-03-03T08:00:00Z'))
    expect(workshop.retainedUntil).toBe(Date.parse('2022-03-03T12:00:00Z') + 365 * 86_400_000)
  })

  test('brings the run sheet of the template in the language of the workshop', async () => {
    const german = await ownerOf({ template: 'ozg-marketing-4h' })
    const english = await ownerOf({ template: 'ozg-marketing-4h', language: 'en' })
    const [de, en] = [(await german.run()).steps, (await english.run()).steps]
    expect(de).toHaveLength(15)
    expect(de.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(240)
    expect(en.map(({ title }) => title)).not.toEqual(de.map(({ title }) => title))
  })

  test('seeds the boards: one target-group canvas per group, the harvest where there are talks', async () => {
    const { token, path } = await ownerOf({
      groups: [
        { name: 'A', targetGroup: 'Gründerinnen' },
        { name: 'B', targetGroup: 'Gründerinnen' },
      ],
      talks: [{ organisation: 'BMI', title: 'Dachmarke' }],
    })
    const { body } = await server.call<{
      tiles: { canvases: { templateId: string; title: string }[] }[]
      run: RunState
    }>('GET', `${path}/cockpit`, { token })
    expect(body.tiles.map(({ canvases }) => canvases.map(({ templateId }) => templateId))).toEqual([
      ['harvest'],
      ['target-group'],
      ['target-group'],
    ])
    expect(body.tiles[1]!.canvases[0]!.title).toBe('Gründerinnen')
    expect(body.run.targetGroups).toHaveLength(1)
    expect(body.run.groups[1]!.targetGroupId).toBe(body.run.groups[2]!.targetGroupId)
  })

  test('continues a series, and says so when there is none', async () => {
    const first = await server.createWorkshop()
    const second = await server.createWorkshop({ series: first.workshop.series })
    expect(second.workshop.series).toBe(first.workshop.series)
    const answer = await server.call('POST', '/api/v1/workshops', {
      body: { title: 'x', groups: 1, series: 'a'.repeat(22) },
    })
    expect(answer).toMatchObject({ status: 400, body: { error: 'request.malformed' } })
  })
})

describe('editing a workshop', () => {
  test('changes what is named and keeps the rest', async () => {
    const { token, path, run } = await ownerOf({ organisations: ['Land A'], template: 'short-2h' })
    const before = await run()
    const answer = await server.call('PATCH', path, {
      token,
      body: { title: 'Neuer Titel', organisations: ['Land B'] },
    })
    expect(answer.status).toBe(200)
    const after = await run()
    expect(after.workshop).toMatchObject({ title: 'Neuer Titel', organisations: ['Land B'] })
    expect(after.steps).toEqual(before.steps)
    expect(after.groups).toEqual(before.groups)
  })

  test('reorders and renames steps by their ids, and keeps a running step from being removed', async () => {
    const { token, path, run } = await ownerOf({ template: 'short-2h' })
    const [first, second, ...others] = (await run()).steps
    await server.call('POST', `${path}/run`, { token, body: { type: 'step.start', stepId: first!.id } })
    const steps = [{ ...second!, title: 'Zuerst' }, first!, ...others]
    expect((await server.call('PATCH', path, { token, body: { steps } })).status).toBe(200)
    expect((await run()).steps.slice(0, 2).map(({ id, title }) => [id, title])).toEqual([
      [second!.id, 'Zuerst'],
      [first!.id, first!.title],
    ])
    const refused = await server.call('PATCH', path, { token, body: { steps: others } })
    expect(refused).toMatchObject({ status: 409, body: { error: 'step.conflict' } })
    expect((await run()).steps).toHaveLength(steps.length)
  })

  test('adds a group with its board and links, renames it and gives it a topic', async () => {
    const { token, path, run } = await ownerOf()
    const added = await server.call<{ group: { id: string }; link: LinkRecord }>('POST', `${path}/groups`, {
      token,
      body: { name: 'Studierende', maxSeats: 4 },
    })
    expect(added.status).toBe(201)
    const { group } = await server.join(added.body.link.url as string)
    expect(group).toMatchObject({ id: added.body.group.id, letter: 'C' })
    const groupPath = `${path}/groups/${added.body.group.id}`
    await server.call('PATCH', groupPath, { token, body: { name: 'Auszubildende', topic: 'BAföG' } })
    expect((await run()).groups.at(-1)).toMatchObject({ name: 'Auszubildende', topic: 'BAföG', maxSeats: 4 })
  })

  test('a group that is added or turned to another target group merges with the others of it', async () => {
    const { token, path, run } = await ownerOf({ groups: [{ name: 'A', targetGroup: 'Familien' }, { name: 'B' }] })
    await server.call('POST', `${path}/groups`, { token, body: { name: 'C', targetGroup: 'Studierende' } })
    const before = await run()
    const [families, students] = before.targetGroups
    expect([families?.title, students?.title]).toEqual(['Familien', 'Studierende'])
    const [, , groupB] = before.groups
    const turned = await server.call('PATCH', `${path}/groups/${groupB!.id}`, {
      token,
      body: { targetGroupId: families!.id },
    })
    expect(turned.status).toBe(200)
    const { view } = (await server.call<{ view: PlenaryView }>('GET', `${path}/plenary`, { token })).body
    const keys = view.canvases
      .filter(({ templateId }) => templateId === 'target-group')
      .map((canvas) => canvas.targetGroupKey)
    expect(keys).toHaveLength(3)
    expect(keys.filter((key) => key === families!.id)).toHaveLength(2)
    expect(keys.filter((key) => key === students!.id)).toHaveLength(1)
  })

  test.each([
    [{ endsAt: '2022-03-03T08:00:00+01:00', startsAt: '2022-03-03T09:00:00+01:00' }, 'endsAt'],
    [{ timeZone: 'Europe/Wiesbaden' }, 'timeZone'],
    [{ startsAt: '2022-03-03' }, 'startsAt'],
    [{ title: '   ' }, 'title'],
  ])('%o is refused by the name of the field', async (body, field) => {
    const { token, path } = await ownerOf()
    const answer = await server.call('PATCH', path, { token, body })
    expect(answer).toMatchObject({ status: 400, body: { error: 'request.malformed' } })
    expect(answer.body.message).toContain(field)
  })
})

describe('links', () => {
  test('a leaked link is issued anew without losing its seats', async () => {
    const { created, token, path } = await ownerOf()
    const seat = await server.join(created.links.participant)
    const list = await server.call<{ links: LinkRecord[] }>('GET', `${path}/links`, { token })
    const old = list.body.links.find(({ role, groupId }) => role === 'participant' && groupId === null)!
    expect(old).toMatchObject({ seats: 1, url: null })
    const made = await server.call<LinkRecord>('POST', `${path}/links`, {
      token,
      body: { role: 'participant', replaces: old.id },
    })
    expect(made.status).toBe(201)
    expect((await server.join(made.body.url as string)).seat.role).toBe('participant')
    const late = await server.call('POST', '/api/v1/seats', { body: { invite: inviteOf(created.links.participant) } })
    expect(late).toMatchObject({ status: 410, body: { error: 'link.revoked' } })
    expect((await server.call('GET', path, { token: seat.token })).status).toBe(200)
  })

  test('links say whether they are unknown, expired or revoked', async () => {
    const { token, path } = await ownerOf()
    const soon = new Date(Date.now() + 150).toISOString()
    const made = await server.call<LinkRecord>('POST', `${path}/links`, {
      token,
      body: { role: 'observer', expiresAt: soon },
    })
    const invite = inviteOf(made.body.url as string)
    const codes: (string | undefined)[] = []
    while (codes.at(-1) !== 'link.expired') {
      codes.push((await server.call('POST', '/api/v1/invites', { body: { invite } })).body.error)
    }
    expect(codes[0]).toBeUndefined()
    const unknown = await server.call('POST', '/api/v1/invites', { body: { invite: 'a'.repeat(22) } })
    expect(unknown).toMatchObject({ status: 404, body: { error: 'link.unknown' } })
    const second = await server.call<LinkRecord>('POST', `${path}/links`, { token, body: { role: 'observer' } })
    expect((await server.call('DELETE', `${path}/links/${second.body.id}`, { token })).status).toBe(200)
    const revoked = await server.call('POST', '/api/v1/invites', {
      body: { invite: inviteOf(second.body.url as string) },
    })
    expect(revoked).toMatchObject({ status: 410, body: { error: 'link.revoked' } })
  })

  test('moderators do not deal in owner links', async () => {
    const { created, path, token } = await ownerOf()
    const moderator = await server.join(created.links.moderator)
    const made = await server.call('POST', `${path}/links`, { token: moderator.token, body: { role: 'owner' } })
    expect(made).toMatchObject({ status: 403, body: { error: 'seat.notAllowed' } })
    const list = await server.call<{ links: LinkRecord[] }>('GET', `${path}/links`, { token })
    const owners = list.body.links.find(({ role }) => role === 'owner')!
    const revoked = await server.call('DELETE', `${path}/links/${owners.id}`, { token: moderator.token })
    expect(revoked.status).toBe(403)
    expect((await server.join(created.links.owner)).seat.role).toBe('owner')
  })
})

import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

let server: TestServer
let token: string
let path: string
let groupId: string
beforeAll(async () => {
  server = await TestServer.start()
  const created = await server.createWorkshop()
  token = (await server.join(created.links.owner)).token
  path = `/api/v1/workshops/${created.workshop.id}`
  groupId = created.groups[0]!.id
})
afterAll(() => server.stop())

const ID = 'a'.repeat(22)

describe('bad input', () => {
  test.each([
    ['{"title": "x"', 'not valid JSON'],
    ['', 'empty'],
    ['[]', 'body'],
    ['"text"', 'body'],
    ['null', 'body'],
    ['{"title":"x","groups":1,"__proto__":{"a":1}}', 'not valid JSON'],
    ['{"groups": 2}', 'title'],
    ['{"title": 7, "groups": 2}', 'title'],
    ['{"title": "", "groups": 2}', 'title'],
    [`{"title": "${'x'.repeat(121)}", "groups": 2}`, 'title'],
    ['{"title": "x", "groups": 0}', 'groups'],
    ['{"title": "x", "groups": 2.5}', 'groups'],
    ['{"title": "x", "groups": 61}', 'groups'],
    ['{"title": "x", "groups": []}', 'groups'],
    ['{"title": "x", "groups": [{"name": "A", "colour": 3}]}', 'groups'],
    ['{"title": "x", "groups": 2, "owner": true}', 'Unrecognized key: "owner"'],
    ['{"title": "x", "groups": 2, "language": "fr"}', 'language'],
    ['{"title": "x", "groups": 2, "template": "toString"}', 'template'],
    ['{"title": "x", "groups": 2, "startsAt": "tomorrow"}', 'startsAt'],
    ['{"title": "x", "groups": 2, "startsAt": "2022-03-03T09:00:00"}', 'startsAt'],
  ])('[H3] creating with %s is refused and says %s', async (body, told) => {
    const answer = await server.call('POST', '/api/v1/workshops', { body })
    expect(answer).toMatchObject({ status: 400, body: { error: 'request.malformed' } })
    expect(answer.body.message).toContain(told)
  })

  test.each([
    ['POST', '/run', { type: 'step.jump' }],
    ['POST', '/run', { type: 'freeze', everything: true }],
    ['POST', '/run', { type: 'time.add', minutes: 'three' }],
    ['POST', '/run', { type: 'announce', text: '' }],
    ['POST', '/run', { type: 'board.lock' }],
    ['POST', '/snapshots', { name: ' ' }],
    ['POST', '/tray', { id: 'x', groupId: ID, itemId: null, fieldId: null, text: 'x', reason: 'r' }],
    ['POST', '/links', { role: 'king' }],
    ['POST', '/links', { role: 'public' }],
    ['POST', '/links', { role: 'moderator', groupId: ID }],
    ['POST', '/links', { role: 'observer', expiresAt: '2020-01-01T00:00:00Z' }],
    ['POST', '/plenary', { type: 'fold', headKey: 'a/b', entryKeys: [] }],
    ['POST', '/plenary', { type: 'reword', entryKey: 'nobody/knows', text: 'x' }],
    ['PATCH', '', { title: null }],
    ['PATCH', `/groups/${ID}`, { letter: 'Z' }],
  ])('%s …%s with %o is malformed', async (method, end, body) => {
    const answer = await server.call(method, `${path}${end}`, { token, body })
    expect(answer).toMatchObject({ status: 400, body: { error: 'request.malformed' } })
    expect(answer.body.message).not.toBe('')
  })

  test.each([
    ['POST', '/run', { type: 'step.start', stepId: ID }, 404, 'step.unknown'],
    ['POST', '/run', { type: 'step.next' }, 404, 'step.unknown'],
    ['POST', '/run', { type: 'time.add', minutes: 3 }, 404, 'step.unknown'],
    ['POST', '/run', { type: 'freeze', groupId: ID }, 404, 'group.unknown'],
    ['POST', '/run', { type: 'announce', text: 'x', groupIds: [ID] }, 404, 'group.unknown'],
    ['PATCH', `/groups/${ID}`, { name: 'x' }, 404, 'group.unknown'],
    ['PATCH', `/seats/${ID}`, { name: 'x' }, 404, 'request.notFound'],
    ['DELETE', `/links/${ID}`, undefined, 404, 'link.unknown'],
    ['PATCH', `/tray/${ID}`, { state: 'taken' }, 404, 'tray.unknown'],
    ['GET', '/results.pdf', undefined, 404, 'request.notFound'],
    ['GET', '/results.exe', undefined, 404, 'request.notFound'],
    ['GET', '/nothing', undefined, 404, 'request.notFound'],
  ])('%s …%s with %o answers %i %s', async (method, end, body, status, error) => {
    expect(await server.call(method, `${path}${end}`, { token, body })).toMatchObject({ status, body: { error } })
  })

  test('a body of another type, and one that is too large, are refused before they are read', async () => {
    const text = await server.call('POST', '/api/v1/workshops', {
      body: 'title=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(text).toMatchObject({ status: 400, body: { error: 'request.malformed' } })
    expect(text.body.message).toContain('application/json')
    const large = await server.call('POST', '/api/v1/workshops', { body: { title: 'x'.repeat(1_000_001), groups: 1 } })
    expect(large).toMatchObject({ status: 413, body: { error: 'request.tooLarge' } })
  })

  test('a text that the tray does not take is refused with its reason, and a fitting one is kept whole', async () => {
    const entry = { id: ID, groupId, itemId: null, fieldId: 'needs', reason: 'board.frozen' }
    const tooLong = await server.call('POST', `${path}/tray`, { token, body: { ...entry, text: 'x'.repeat(100_001) } })
    expect(tooLong).toMatchObject({ status: 400, body: { error: 'request.malformed' } })
    expect(tooLong.body.message).toContain('text')
    const kept = await server.call('POST', `${path}/tray`, { token, body: { ...entry, text: 'x'.repeat(100_000) } })
    expect(kept.status).toBe(201)
    const onBoard = await server.call('PATCH', `${path}/tray/${ID}`, {
      token,
      body: { state: 'taken', putOnBoard: true },
    })
    expect(onBoard).toMatchObject({ status: 413, body: { error: 'item.tooLong' } })
    const { body } = await server.call<{ entries: { state: string }[] }>('GET', `${path}/tray`, { token })
    expect(body.entries).toMatchObject([{ state: 'waiting' }])
  })

  test.each(['', 'Basic dXNlcjpwYXNz', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(200)}`])(
    'the authorization "%s" is no token',
    async (authorization) => {
      const headers: Record<string, string> = authorization === '' ? {} : { authorization }
      const answer = await server.call('GET', path, { headers })
      expect(answer).toMatchObject({ status: 401, body: { error: 'token.missing' } })
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    },
  )

  test('a token that no seat has is unknown, and a link is no seat', async () => {
    for (const stranger of [`seat_${ID}`, ID]) {
      const answer = await server.call('GET', path, { token: stranger })
      expect(answer).toMatchObject({ status: 401, body: { error: 'seat.unknown' } })
    }
  })

  test('addresses that are no ids, or not even addresses, are malformed', async () => {
    expect((await server.call('GET', '/api/v1/workshops/x', { token })).status).toBe(400)
    expect((await server.call('GET', `/api/v1/workshops/${'x'.repeat(500)}`, { token })).status).toBeGreaterThanOrEqual(
      400,
    )
    expect((await server.call('GET', '/api/v1/workshops/%zz', { token })).status).toBe(400)
  })
})

describe('who is asked for', () => {
  function statusFor(headers: Record<string, string>, method = 'GET', at = '/api/v1/instance'): Promise<number> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        { port: server.running.port, host: '127.0.0.1', path: at, method, headers },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        },
      )
      request.once('error', reject)
      request.end()
    })
  }

  test('[H1] another host than this one is not answered, except for the probes', async () => {
    const { port } = server.running
    expect(await statusFor({ host: `localhost:${port}` })).toBe(200)
    expect(await statusFor({ host: `[::1]:${port}` })).toBe(200)
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
      'localhost',
      '127.0.0.1:1',
    ]) {
      expect(await statusFor({ host })).toBe(403)
    }
    expect(await statusFor({ host: `localhost:${port}`, 'x-forwarded-host': 'evil.example' })).toBe(200)
    expect(await statusFor({ host: 'evil.example', 'x-forwarded-host': `localhost:${port}` })).toBe(403)
    expect(await statusFor({ host: '10.0.0.7' }, 'GET', '/healthz')).toBe(200)
  })

  test('[H1] a page of another origin changes nothing', async () => {
    const own = `http://localhost:${server.running.port}`
    const send = (origin: string) =>
      server.call('POST', '/api/v1/workshops', { body: { title: 'x', groups: 1 }, headers: { origin } })
    expect((await send(own)).status).toBe(201)
    for (const origin of ['null', 'http://evil.example', `${own}.evil.example`, own.replace('http:', 'https:')]) {
      expect(await send(origin)).toMatchObject({ status: 403, body: { error: 'origin.foreign' } })
    }
  })

  test('[H4] only requests of this very machine create without a token; forwarded ones never count as such', async () => {
    const body = { title: 'x', groups: 1 }
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      const answer = await server.call('POST', '/api/v1/workshops', { body, headers: { [header]: '127.0.0.1' } })
      expect(answer).toMatchObject({ status: 403, body: { error: 'creation.notAllowed' } })
    }
  })
})

describe('what every answer carries', () => {
  test('a policy without anything foreign or inline', async () => {
    const { headers } = await server.call('GET', '/api/v1/instance')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('a description of every call in OpenAPI 3.1', async () => {
    const { body } = await server.call<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
      'GET',
      '/api/v1/openapi.json',
    )
    expect(body.openapi).toBe('3.1.0')
    const calls = Object.entries(body.paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((name) => `${name} ${at}`),
    )
    expect(calls).toEqual(
      expect.arrayContaining([
        'post /api/v1/workshops',
        'post /api/v1/seats',
        'post /api/v1/seats/recover',
        'get /api/v1/workshops/{id}',
        'post /api/v1/workshops/{id}/run',
        'get /api/v1/workshops/{id}/plenary',
        'get /api/v1/workshops/{id}/cockpit/events',
        'get /api/v1/workshops/{id}/results.{format}',
      ]),
    )
  })

  test('figures and probes', async () => {
    expect((await server.call('GET', '/healthz')).status).toBe(200)
    expect((await server.call('GET', '/readyz')).status).toBe(200)
    const { body } = await server.call<{ text: string }>('GET', '/metrics')
    expect(body.text).toContain('tafelrunde_http_request_seconds_count')
    expect(body.text).not.toContain(ID)
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

test('while the disk is full nothing is promised, people are told, and it goes on by itself', async () => {
  const created = await server.createWorkshop()
  const { token } = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const keep = (name: string) => server.call('POST', `${path}/snapshots`, { token, body: { name } })
  const names = async () => {
    const { body } = await server.call<{ snapshots: { name: string }[] }>('GET', `${path}/snapshots`, { token })
    return body.snapshots.map(({ name }) => name)
  }
  const { page_count: pages } = (await server.database.get('PRAGMA page_count'))!
  await server.database.write([{ sql: `PRAGMA max_page_count = ${Number(pages)}` }])
  const kept: string[] = []
  let refused = await keep('0')
  for (let at = 1; refused.status === 201; at += 1) {
    kept.push(String(at - 1))
    refused = await keep(String(at))
  }
  expect(refused).toMatchObject({ status: 503, body: { error: 'storage.unavailable' } })
  expect(refused.headers.get('retry-after')).toBe('2')
  expect((await server.call('GET', '/readyz')).status).toBe(503)
  expect((await server.call('GET', '/healthz')).status).toBe(200)
  expect((await server.call('GET', path, { token })).status).toBe(200)
  expect(await names()).toEqual(kept)

  await server.database.write([{ sql: 'PRAGMA max_page_count = 1000000' }])
  expect((await keep('danach')).status).toBe(201)
  expect((await server.call('GET', '/readyz')).status).toBe(200)
  expect(await names()).toEqual([...kept, 'danach'])
})

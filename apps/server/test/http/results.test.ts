import { newId } from '@tafelrunde/schema/plain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

async function aFilledWorkshop() {
  const created = await server.createWorkshop({ title: 'Größer denken: OZG & Co.', isExample: true })
  const { token } = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  for (const [at, group] of created.groups.entries()) {
    const id = newId()
    const body = { id, groupId: group.id, itemId: null, fieldId: 'needs', text: `=1+${at}`, reason: 'test' }
    await server.call('POST', `${path}/tray`, { token, body })
    await server.call('PATCH', `${path}/tray/${id}`, { token, body: { state: 'taken', putOnBoard: true } })
  }
  return { created, token, path }
}

test.each([
  ['html', 'text/html; charset=utf-8'],
  ['md', 'text/markdown; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
])('results.%s comes as a file with every group', async (format, contentType) => {
  const { token, path } = await aFilledWorkshop()
  const response = await fetch(`${server.address}${path}/results.${format}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(contentType)
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="Groesser-denken-OZG-Co.${format}"`)
  const text = await response.text()
  expect(text).toContain('1+0')
  expect(text).toContain('1+1')
  expect(text).toContain('Familien')
})

test('the dossier speaks the language that is asked for', async () => {
  const { token, path } = await aFilledWorkshop()
  const [german, english] = await Promise.all(
    ['', '?language=en'].map(
      async (query) =>
        (await server.call<{ text: string }>('GET', `${path}/results.html${query}`, { token })).body.text,
    ),
  )
  expect(german).toContain('<html lang="de">')
  expect(english).toContain('<html lang="en">')
  expect((await server.call('GET', `${path}/results.html?language=fr`, { token })).status).toBe(400)
})

test('a participant takes along what is open to read: the own group and the common board', async () => {
  const { created, path } = await aFilledWorkshop()
  const { token } = await server.join(created.groups[0]!.link)
  const { body } = await server.call<{ groups: { name: string }[] }>('GET', `${path}/results.json`, { token })
  expect(body.groups.map(({ name }) => name)).toEqual(['Gemeinsame Tafel', 'Gründung'])
})

import { connect } from 'node:net'
import { applyPlenaryPatch, newId, type PlenaryPatch, type PlenaryView, type RunState } from '@tafelrunde/schema/plain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventReader } from './EventReader.ts'
import { TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

async function aPlenary(request: Readonly<Record<string, unknown>> = {}) {
  const created = await server.createWorkshop({ template: 'ozg-marketing-4h', ...request })
  const { token } = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const listen = (end: string, seat: string, headers?: Record<string, string>) =>
    EventReader.open(`${server.address}${path}${end}`, seat, headers)
  const command = (body: Readonly<Record<string, unknown>>) =>
    server.call<{ run: RunState }>('POST', `${path}/run`, { token, body })
  /** Write a note the way a moderator puts a refused text on a board. */
  const write = async (groupId: string, text: string, fieldId = 'needs'): Promise<void> => {
    const id = newId()
    await server.call('POST', `${path}/tray`, {
      token,
      body: { id, groupId, itemId: null, fieldId, text, reason: 'test' },
    })
    const body = { state: 'taken', putOnBoard: true }
    expect((await server.call('PATCH', `${path}/tray/${id}`, { token, body })).status).toBe(200)
  }
  const view = async (): Promise<PlenaryView> =>
    (await server.call<{ view: PlenaryView }>('GET', `${path}/plenary`, { token })).body.view
  const { body } = await server.call<{ run: RunState }>('GET', path, { token })
  return { created, token, path, listen, command, write, view, steps: body.run.steps }
}

function texts(view: PlenaryView): string[] {
  return view.entries.map(({ plainText }) => plainText).toSorted()
}

describe('the plenary stream', () => {
  test('[ES1] [LP3] gives the whole view first and then patches that lead to the same view as reading it anew', async () => {
    const { created, listen, write, view } = await aPlenary()
    await write(created.groups[0]!.id, 'vorher')
    const screen = await server.join(created.links.screen)
    const reader = await listen('/plenary/events', screen.token)
    const state = await reader.first(({ event }) => event === 'state')
    expect(texts(state.data['view'] as PlenaryView)).toEqual(['vorher'])
    for (let note = 0; note < 30; note += 1) await write(created.groups[note % 2]!.id, `Notiz ${note}`)
    const expected = await view()
    const followed = (): PlenaryView =>
      reader.events
        .filter(({ event }) => event === 'patch')
        .reduce(
          (seen, { data }) => applyPlenaryPatch(seen, data['patch'] as PlenaryPatch),
          state.data['view'] as PlenaryView,
        )
    await reader.first(() => texts(followed()).length === 31)
    expect(followed()).toEqual(expected)
    reader.close()
  })

  test('[ES2] [ES7] an event that goes to many is the same for all of them, also for who came later', async () => {
    const { created, listen, write, command } = await aPlenary()
    const people = await Promise.all([1, 2, 3].map(() => server.join(created.links.screen)))
    const [early, ...others] = people
    const first = await listen('/plenary/events', early!.token)
    await first.first(({ event }) => event === 'state')
    await write(created.groups[0]!.id, 'eins')
    await first.first(({ event }) => event === 'patch')
    const readers = [first, ...(await Promise.all(others.map(({ token }) => listen('/plenary/events', token))))]
    for (const reader of readers) await reader.first(({ event }) => event === 'state')
    await write(created.groups[0]!.id, 'größer')
    const heard = await Promise.all(
      readers.map((reader) =>
        reader.first(({ event, data }) => event === 'patch' && JSON.stringify(data).includes('größer')),
      ),
    )
    for (const event of heard) expect(event).toEqual(heard[0])
    await command({ type: 'announce', text: 'Gleich geht es weiter' })
    const runs = await Promise.all(readers.map((reader) => reader.first(({ event }) => event === 'run')))
    for (const run of runs) expect(run).toEqual(runs[0])
    for (const { events } of readers) {
      const ids = events.map(({ id }) => Number(id))
      expect(ids).toEqual(ids.toSorted((a, b) => a - b))
      expect(new Set(ids).size).toBe(ids.length)
    }
    for (const reader of readers) reader.close()
  })

  test('opens and closes for participants with the step, without a patch in between', async () => {
    const { created, path, listen, command, write, steps } = await aPlenary()
    const person = await server.join(created.groups[0]!.link)
    const reader = await listen('/plenary/events', person.token)
    expect((await reader.first(({ event }) => event === 'state')).data['view']).toBeNull()
    const closed = await server.call('GET', `${path}/plenary`, { token: person.token })
    expect(closed).toMatchObject({ status: 403, body: { error: 'plenary.closed' } })
    await write(created.groups[1]!.id, 'geheim')
    const plenary = steps.find(({ isPlenaryOpen }) => isPlenaryOpen)!
    await command({ type: 'step.start', stepId: plenary.id })
    const open = await reader.first(({ event, data }) => event === 'state' && data['view'] !== null)
    expect(texts(open.data['view'] as PlenaryView)).toEqual(['geheim'])
    const working = steps.find(({ isPlenaryOpen, where }) => !isPlenaryOpen && where === 'groups')!
    await command({ type: 'step.start', stepId: working.id })
    const end = await reader.first(({ event }) => event === 'closed')
    await write(created.groups[1]!.id, 'Nachgereichtes')
    await command({ type: 'announce', text: 'Ende' })
    await reader.first(({ event, data }) => event === 'run' && (data['run'] as RunState).announcement !== null)
    const after = reader.events.slice(reader.events.indexOf(end))
    expect(after.some(({ event }) => event === 'patch' || event === 'state')).toBe(false)
    expect(JSON.stringify(after)).not.toContain('Nachgereichtes')
    reader.close()
  })

  test('[ES1] a reconnect with the last event id gets the whole state again', async () => {
    const { created, listen, write } = await aPlenary()
    const screen = await server.join(created.links.screen)
    const first = await listen('/plenary/events', screen.token)
    await first.first(({ event }) => event === 'state')
    await write(created.groups[0]!.id, 'eins')
    const patch = await first.first(({ event }) => event === 'patch')
    first.close()
    await write(created.groups[0]!.id, 'zwei')
    const again = await listen('/plenary/events', screen.token, { 'last-event-id': patch.id })
    const state = await again.first(({ event }) => event === 'state')
    expect(texts(state.data['view'] as PlenaryView)).toEqual(['eins', 'zwei'])
    again.close()
  })

  test('carries decisions: fold, unfold, reword and move', async () => {
    const { created, token, path, write, view } = await aPlenary()
    for (const text of ['A', 'B', 'C']) await write(created.groups[0]!.id, text)
    const keyOf = (seen: PlenaryView, text: string) => seen.entries.find(({ plainText }) => plainText === text)!.key
    const before = await view()
    const [a, b, c] = ['A', 'B', 'C'].map((text) => keyOf(before, text))
    const decide = (body: unknown) => server.call('POST', `${path}/plenary`, { token, body })
    expect((await decide({ type: 'fold', headKey: a, entryKeys: [b] })).status).toBe(200)
    expect((await view()).entries.find(({ key }) => key === b)!.foldedInto).toBe(a)
    await decide({ type: 'unfold', headKey: a })
    expect((await view()).entries.every(({ foldedInto }) => foldedInto === null)).toBe(true)
    await decide({ type: 'reword', entryKey: c, text: 'C, gemeinsam' })
    expect(keyOf(await view(), 'C, gemeinsam')).toBe(c)
    await decide({ type: 'move', entryKey: c, afterKey: null, beforeKey: a })
    const order = (await view()).entries.filter(({ fieldId }) => fieldId === 'needs')
    expect(order.toSorted((x, y) => (x.order < y.order ? -1 : 1)).map(({ key }) => key)).toEqual([c, a, b])
  })
})

describe('asked for the state as of now', () => {
  async function ask(path: string, token: string, tag?: string) {
    const response = await fetch(`${server.address}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'tafelrunde-mode': 'now', ...(tag && { 'if-none-match': tag }) },
    })
    return { status: response.status, tag: response.headers.get('etag') ?? '', body: await response.text() }
  }

  test('[ES6] answers and ends; an unchanged state costs no body, a change tells the whole state', async () => {
    const { created, path, write } = await aPlenary()
    const screen = await server.join(created.links.screen)
    await write(created.groups[0]!.id, 'eins')
    const first = await ask(`${path}/plenary/events`, screen.token)
    expect(first).toMatchObject({
      status: 200,
      body: expect.stringMatching(/^id: 1\nevent: state\ndata: \{.*eins.*\}\n\n$/),
    })
    expect(await ask(`${path}/plenary/events`, screen.token, first.tag)).toEqual({ ...first, status: 304, body: '' })
    expect((await ask(`${path}/plenary/events`, screen.token, `W/${first.tag}`)).status).toBe(304)
    await write(created.groups[0]!.id, 'zwei')
    const second = await ask(`${path}/plenary/events`, screen.token, first.tag)
    expect(second.status).toBe(200)
    expect(second.body).toContain('zwei')
    expect(second.tag).not.toBe(first.tag)
  })

  test('[ES4] [ES6] asking holds no stream: a seat may ask for ever', async () => {
    const { token, path } = await aPlenary()
    const first = await ask(`${path}/cockpit/events`, token)
    for (let round = 0; round < 40; round += 1) {
      expect((await ask(`${path}/cockpit/events`, token, first.tag)).status).toBe(304)
    }
  })

  test('[ES6] [H2] a revoked seat is refused', async () => {
    const { created, token, path } = await aPlenary()
    const screen = await server.join(created.links.screen)
    const before = await ask(`${path}/plenary/events`, screen.token)
    await server.call('DELETE', `${path}/seats/${screen.seat.id}`, { token })
    expect((await ask(`${path}/plenary/events`, screen.token, before.tag)).status).toBe(401)
  })
})

describe('the cockpit stream', () => {
  test('carries run state, tiles, seats, links, tray and snapshots on one connection', async () => {
    const { created, token, path, listen, command, write } = await aPlenary()
    const reader = await listen('/cockpit/events', token)
    const state = await reader.first(({ event }) => event === 'state')
    expect(state.data).toMatchObject({ tray: [], snapshots: [] })
    expect(state.data['tiles']).toHaveLength(3)
    await write(created.groups[0]!.id, 'eine Notiz')
    const tile = await reader.first(({ event, data }) => event === 'tile' && data['items'] === 1)
    expect(tile.data).toMatchObject({ groupId: created.groups[0]!.id, canvases: [{ fields: { needs: 1 } }] })
    await reader.first(({ event, data }) => event === 'tray' && (data['entries'] as unknown[]).length === 1)
    await server.join(created.groups[0]!.link, { name: 'Ada' })
    await reader.first(({ event, data }) => event === 'seats' && JSON.stringify(data).includes('Ada'))
    await server.call('POST', `${path}/links`, { token, body: { role: 'observer' } })
    await reader.first(({ event }) => event === 'links')
    await server.call('POST', `${path}/snapshots`, { token, body: { name: 'Zwischenstand' } })
    await reader.first(({ event, data }) => event === 'snapshots' && JSON.stringify(data).includes('Zwischenstand'))
    await command({ type: 'step.next' })
    await reader.first(({ event, data }) => event === 'run' && (data['run'] as RunState).current !== null)
    reader.close()
  })

  test('[ES4] a script does not hold more streams than a person has tabs', async () => {
    const { created, token, listen } = await aPlenary()
    const readers = await Promise.all(Array.from({ length: 12 }, () => listen('/cockpit/events', token)))
    await expect(listen('/cockpit/events', token)).rejects.toThrow('429')
    const colleague = await server.join(created.links.moderator)
    readers.push(await listen('/cockpit/events', colleague.token))
    readers.shift()!.close()
    const again = async (): Promise<EventReader> => listen('/cockpit/events', token).catch(again)
    readers.push(await again())
    for (const reader of readers) reader.close()
  })

  test('[ES3] a page that reads nothing is cut off, and the others notice nothing', async () => {
    const { token, path, listen, command } = await aPlenary()
    const step = { title: 'Schritt', instruction: 'x'.repeat(2000), minutes: 1, writableRoots: [], where: 'all' }
    const rest = { visibility: 'own', isPlenaryOpen: false, screen: 'board', parts: [] }
    await server.call('PATCH', path, {
      token,
      body: { steps: Array.from({ length: 60 }, () => ({ ...step, ...rest })) },
    })
    const reader = await listen('/cockpit/events', token)
    const stalled = connect(server.running.port, '127.0.0.1')
    stalled.pause()
    const head = [
      `GET ${path}/cockpit/events HTTP/1.1`,
      `host: localhost:${server.running.port}`,
      `authorization: Bearer ${token}`,
    ]
    stalled.write(`${head.join('\r\n')}\r\n\r\n`)
    let announced = 0
    while (!server.logged.some((line) => line.includes('stream.stalled'))) {
      announced += 1
      await command({ type: 'announce', text: `Ansage ${announced}` })
    }
    expect(announced).toBeLessThan(500)
    await reader.first(({ event, data }) => event === 'run' && JSON.stringify(data).includes(`Ansage ${announced}"`))
    reader.close()
    stalled.destroy()
  })

  test('[ES5] pages are let go when the server stops', async () => {
    const short = await TestServer.start()
    const created = await short.createWorkshop()
    const { token } = await short.join(created.links.owner)
    const reader = await EventReader.open(
      `${short.address}/api/v1/workshops/${created.workshop.id}/cockpit/events`,
      token,
    )
    await reader.first(({ event }) => event === 'state')
    await short.stop()
    await reader.ended()
    expect(reader.events.map(({ event }) => event)).not.toContain('broken')
  })
})

import type { Offer } from '@tafelrunde/protocol'
import { newId, type PlenaryView } from '@tafelrunde/schema/plain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventReader } from './EventReader.ts'
import { TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

async function aPlenary() {
  const created = await server.createWorkshop({ template: 'ozg-marketing-4h' })
  const { token } = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const [first, second] = [created.groups[0]!, created.groups[1]!]
  /** Write a note the way a moderator puts a refused text on a board. */
  const write = async (groupId: string, text: string): Promise<void> => {
    const id = newId()
    const entry = { id, groupId, itemId: null, fieldId: 'needs', text, reason: 'test' }
    await server.call('POST', `${path}/tray`, { token, body: entry })
    const body = { state: 'taken', putOnBoard: true }
    expect((await server.call('PATCH', `${path}/tray/${id}`, { token, body })).status).toBe(200)
  }
  const offers = async (of = '/plenary'): Promise<readonly Offer[]> =>
    (await server.call<{ offers: readonly Offer[] }>('GET', `${path}${of}/offers`, { token })).body.offers
  const decide = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    expect((await server.call('POST', `${path}/plenary`, { token, body })).status).toBe(200)
  }
  const view = async (): Promise<PlenaryView> =>
    (await server.call<{ view: PlenaryView }>('GET', `${path}/plenary`, { token })).body.view
  return { created, token, path, first, second, write, offers, decide, view }
}

describe('near-duplicates in the plenary', () => {
  test('[OF2] are offered with reasons, never applied, and gone once folded or told apart, over a restart', async () => {
    const { first, second, write, offers, decide, view } = await aPlenary()
    await write(first.id, 'Online-Ausweis ist nicht aktiviert')
    await write(second.id, 'eID nicht aktiviert')
    await write(second.id, 'Kein Parkplatz am Rathaus')
    const [offer, ...others] = await offers()
    expect(others).toEqual([])
    expect(offer?.reasons).toEqual([
      { code: 'shared', words: ['aktiviert'] },
      { code: 'abbreviation', a: expect.any(String), b: expect.any(String) },
    ])
    expect((await view()).entries.every(({ foldedInto }) => foldedInto === null)).toBe(true)
    const [headKey, other] = offer!.keys as [string, string]
    await decide({ type: 'differ', keys: [headKey, other], areDifferent: true })
    expect(await offers()).toEqual([])
    await server.restart()
    expect(await offers()).toEqual([])
    await decide({ type: 'differ', keys: [headKey, other], areDifferent: false })
    expect(await offers()).toEqual([offer])
    await decide({ type: 'fold', headKey, entryKeys: [other] })
    expect(await offers()).toEqual([])
    await decide({ type: 'unfold', headKey })
    expect(await offers()).toEqual([offer])
  })

  test('go with the stream of moderators, and with nobody else’s', async () => {
    const { created, token, path, first, second, write } = await aPlenary()
    const screen = await server.join(created.links.screen)
    const [moderator, onlooker] = await Promise.all(
      [token, screen.token].map((seat) => EventReader.open(`${server.address}${path}/plenary/events`, seat)),
    )
    await moderator!.first(({ event }) => event === 'offers')
    expect(moderator!.events[0]?.event).toBe('state')
    await write(first.id, 'Newsletter der Kammern nutzen')
    await write(second.id, 'Kammer-Newsletter nutzen')
    await moderator!.first(({ event, data }) => event === 'offers' && (data['offers'] as Offer[]).length === 1)
    await onlooker!.first(({ data }) => JSON.stringify(data).includes('Kammer-Newsletter'))
    expect(onlooker!.events.some(({ event }) => event === 'offers')).toBe(false)
    for (const reader of [moderator, onlooker]) reader!.close()
  })

  test('are read for one board too, of the common one as of any', async () => {
    const { created, token, path, first, second, write, offers } = await aPlenary()
    await write(first.id, 'Die Warteschleife dauert zu lang')
    await write(first.id, 'Zu lange Warteschleife')
    await write(second.id, 'Zu lange Warteschleifen')
    expect((await offers(`/groups/${first.id}`)).map(({ keys }) => keys.length)).toEqual([2])
    expect(await offers(`/groups/${second.id}`)).toEqual([])
    const unknown = await server.call('GET', `${path}/groups/${newId()}/offers`, { token })
    expect(unknown).toMatchObject({ status: 404, body: { error: 'group.unknown' } })
    const person = await server.join(created.groups[0]!.link)
    const refused = await server.call('GET', `${path}/groups/${first.id}/offers`, { token: person.token })
    expect(refused.status).toBe(403)
  })
})

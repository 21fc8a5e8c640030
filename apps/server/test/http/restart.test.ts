import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId, type RunState } from '@tafelrunde/schema/plain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

test('after a restart everything is there: seats, links, run state, boards, tray, snapshots', async () => {
  const created = await server.createWorkshop({ template: 'short-2h' })
  const owner = await server.join(created.links.owner, { name: 'Ada' })
  const path = `/api/v1/workshops/${created.workshop.id}`
  const { token } = owner
  const entry = { groupId: created.groups[0]!.id, itemId: null, fieldId: 'needs', reason: 'board.frozen' }
  const [onBoard, inTray] = [newId(), newId()]
  await server.call('POST', `${path}/tray`, { token, body: { ...entry, id: onBoard, text: 'auf der Tafel' } })
  await server.call('PATCH', `${path}/tray/${onBoard}`, { token, body: { state: 'taken', putOnBoard: true } })
  await server.call('POST', `${path}/tray`, { token, body: { ...entry, id: inTray, text: 'in der Ablage' } })
  await server.call('POST', `${path}/run`, { token, body: { type: 'step.next' } })
  await server.call('POST', `${path}/run`, { token, body: { type: 'freeze' } })
  const look = async (): Promise<Record<string, unknown>> => {
    const cockpit = (await server.call('GET', `${path}/cockpit`, { token })).body
    const plenary = (await server.call('GET', `${path}/plenary`, { token })).body
    const { serverTime: _cockpitTime, ...rest } = cockpit
    return { ...rest, view: plenary['view'] }
  }
  const before = await look()
  expect(JSON.stringify(before)).toContain('auf der Tafel')
  expect(JSON.stringify(before)).toContain('in der Ablage')

  await server.restart()

  expect(await look()).toEqual(before)
  expect((before['run'] as RunState).frozen.all).toBe(true)
  const late = await server.join(created.groups[0]!.link, { name: 'Grace' })
  expect(late.group?.id).toBe(created.groups[0]!.id)
  const body = { workshop: created.workshop.id, recoveryCode: owner.seat.recoveryCode }
  expect((await server.call('POST', '/api/v1/seats/recover', { body })).body).toMatchObject({ seat: { name: 'Ada' } })
})

test('[H5] the log never holds a token, a code, a name or a text', async () => {
  const created = await server.createWorkshop({ title: 'Geheimtitel' })
  const seat = await server.join(created.links.participant, { name: 'Geheimname', organisation: 'Geheimland' })
  const { token } = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  await server.call('POST', `${path}/run`, { token, body: { type: 'announce', text: 'Geheimtext' } })
  await server.call('POST', '/api/v1/workshops', { body: '{"title": "Geheimfehler' })
  await server.call('GET', `${path}/nothing?token=${token}`, { token })
  const log = server.logged.join('')
  expect(log).toContain('seat.taken')
  expect(log).toContain('http.refused')
  expect(log).not.toContain('Geheim')
  expect(log).not.toContain('127.0.0.1')
  for (const secret of [seat.token, token, seat.seat.recoveryCode, new URL(created.links.participant).hash.slice(1)]) {
    expect(log).not.toContain(secret)
  }
})

test('[H5] the data folder holds no token and no code, only their hashes', async () => {
  const created = await server.createWorkshop({ title: 'Steht in der Datenbank' })
  const seat = await server.join(created.links.participant)
  const files = readdirSync(server.dataDir).map((file) => readFileSync(join(server.dataDir, file), 'latin1'))
  const stored = files.join('')
  expect(stored).toContain('Steht in der Datenbank')
  const { token } = seat
  const { recoveryCode } = seat.seat
  const invite = new URL(created.links.participant).hash.slice(1)
  for (const secret of [token, token.slice('seat_'.length), recoveryCode, recoveryCode.replaceAll('-', ''), invite]) {
    expect(stored.includes(secret)).toBe(false)
  }
})

test('[S4] a workshop whose run state is lost is refused and not begun anew', async () => {
  const created = await server.createWorkshop()
  const { token } = await server.join(created.links.owner)
  const document = `workshop/${created.workshop.id}`
  const tables = ['journal_row', 'journal_checkpoint', 'journal_claim', 'journal_document']
  await server.database.write(
    tables.map((table) => ({ sql: `DELETE FROM ${table} WHERE document = ?`, params: [document] })),
  )
  await server.restart()
  const path = `/api/v1/workshops/${created.workshop.id}`
  const answers = [
    await server.call('GET', path, { token }),
    await server.call('POST', `${path}/run`, { token, body: { type: 'freeze' } }),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ status: 503, body: { error: 'document.unavailable' } })
  expect(await server.database.all('SELECT seq FROM journal_row WHERE document = ?', document)).toEqual([])
})

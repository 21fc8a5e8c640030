import * as hocuspocus from '@hocuspocus/provider'
import { documentName } from '@tafelrunde/protocol'
import { addItem, openBoard, readBoard } from '@tafelrunde/schema'
import { until } from '@tafelrunde/testkit'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as yWebsocket from 'y-websocket'
import * as Y from 'yjs'
import { TestServer } from '../http/TestServer.ts'

const MODULES: Readonly<Record<string, object>> = {
  '@hocuspocus/provider': hocuspocus,
  'y-websocket': yWebsocket,
  yjs: Y,
}

/** The examples of docs/clients.md by what they bring about, as they stand there. */
const text = readFileSync(new URL('../../../../docs/clients.md', import.meta.url), 'utf8')
const examples = Array.from(text.matchAll(/^```js\n(.*?)^```$/gms), ([, code]) => code ?? '')

interface Given {
  readonly server: string
  readonly token: string
  readonly name: string
  readonly ticket: string
}

/** Run an example with what the text takes as given; returns the named variables of it. */
async function runExample(code: string, given: Given, results: string): Promise<Record<string, unknown>> {
  const names = Object.keys(given).filter((name) => !new RegExp(`const \\{?[^\\n]*\\b${name}\\b[^\\n]*=`).test(code))
  const body = code
    .replaceAll(/^import \* as (\w+) from '(.+)'$/gm, "const $1 = modules['$2']")
    .replaceAll(/^import (\{.+\}) from '(.+)'$/gm, "const $1 = modules['$2']")
  const values = names.map((name) => given[name as keyof Given])
  const AsyncFunction = (async () => undefined).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<Record<string, unknown>>
  return new AsyncFunction('modules', ...names, `${body}\nreturn ${results}`)(MODULES, ...values)
}

let server: TestServer
const left: (() => void)[] = []

beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(async () => {
  for (const leave of left) leave()
  await server.stop()
})

test('[Y4] the examples of docs/clients.md work as they stand there', async () => {
  expect(examples).toHaveLength(3)
  const [askTicket, useYjs, useHocuspocus] = examples as [string, string, string]
  const created = await server.createWorkshop()
  const group = created.groups[0]!
  const { token } = await server.join(group.link, { name: 'Anna' })
  const given = { server: server.address, token, name: documentName('group', group.id), ticket: '' }
  const { ticket, expiresAt } = await runExample(askTicket, given, '{ ticket, expiresAt }')
  expect(expiresAt).toBeGreaterThan(Date.now())

  const withTicket = { ...given, ticket: String(ticket) }
  const yjs = await runExample(useYjs, withTicket, '{ doc, provider }')
  const provider = yjs['provider'] as yWebsocket.WebsocketProvider
  left.push(() => provider.destroy())
  const { provider: other, websocketProvider } = await runExample(
    useHocuspocus,
    withTicket,
    '{ provider, websocketProvider }',
  )
  const otherProvider = other as hocuspocus.HocuspocusProvider
  left.push(() => {
    otherProvider.destroy()
    ;(websocketProvider as hocuspocus.HocuspocusProviderWebsocket).destroy()
  })
  await until(() => provider.synced && otherProvider.isSynced)
  addItem(openBoard(yjs['doc'] as Y.Doc), { place: { canvasId: null, fieldId: 'free' }, text: 'vom Skript' })
  await until(() =>
    readBoard(openBoard(otherProvider.document)).items.some(({ plainText }) => plainText === 'vom Skript'),
  )
  await until(() => otherProvider.awareness?.getStates().get(provider.doc.clientID)?.['user']?.name === 'Anna')
  await until(() => provider.awareness.getStates().get(otherProvider.document.clientID)?.['user']?.name === 'Anna')
})

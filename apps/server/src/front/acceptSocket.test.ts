import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rejectUpgrade } from './acceptSocket.ts'

const UPGRADE = 'GET /sync HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'

let server: Server
let client: Socket

beforeEach(async () => {
  server = createServer().on('upgrade', (_request, socket) => rejectUpgrade(socket, 'origin.foreign'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  client.destroy()
  await new Promise((resolve) => server.close(resolve))
})

it('[A1] answers a refused client that never hangs up, and keeps nothing of its connection', async () => {
  const { port } = server.address() as AddressInfo
  let answer = ''
  client = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  client.on('data', (part: Buffer) => (answer += part.toString())).write(UPGRADE)
  let connections = 1
  const count = (): void => {
    server.getConnections((_error, open) => (connections = open))
  }
  await until(() => {
    count()
    return connections === 0
  })
  await until(() => answer.endsWith('}'))
  expect(answer).toMatch(/^HTTP\/1\.1 403 .*"error":"origin\.foreign"/s)
})

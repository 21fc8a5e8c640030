import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { pieceOf, writePiece } from './Piece.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function listening(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<number> {
  const server = createServer((request, response) => answer(response, request))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function textOf(response: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  return Buffer.concat(parts).toString()
}

test('pieces arrive whole and in their order, between what was written otherwise, and the answer ends', async () => {
  const shared = pieceOf(`größer ${'ü'.repeat(5_000)}\n`)
  const port = await listening((response) => {
    response.writeHead(200)
    response.flushHeaders()
    writePiece(response, pieceOf('eins\n'))
    response.write('zwei\n')
    writePiece(response, shared)
    response.write('drei\n')
    writePiece(response, shared)
    response.end('vier')
  })
  const response = await new Promise<IncomingMessage>((resolve) => get({ port, host: '127.0.0.1' }, resolve))
  const big = `größer ${'ü'.repeat(5_000)}\n`
  expect(await textOf(response)).toBe(`eins\nzwei\n${big}drei\n${big}vier`)
  expect(response.complete).toBe(true)
})

test('a reader of HTTP 1.0 gets the bytes without chunks', async () => {
  const port = await listening((response) => {
    response.writeHead(200)
    response.flushHeaders()
    writePiece(response, pieceOf('eins'))
    response.end()
  })
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.0\r\n\r\n')
  expect((await textOf(socket)).split('\r\n\r\n')[1]).toBe('eins')
})

test('an answer that waits behind another one on the same connection keeps its place', async () => {
  const waiting: ServerResponse[] = []
  const port = await listening((response, { url }) => {
    response.writeHead(200)
    response.flushHeaders()
    waiting.push(response)
    if (url === '/second') {
      writePiece(response, pieceOf('zwei'))
      response.end()
      writePiece(waiting[0]!, pieceOf('eins'))
      waiting[0]!.end()
    }
  })
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /first HTTP/1.1\r\nHost: x\r\n\r\nGET /second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  const text = await textOf(socket)
  expect(text.match(/eins|zwei/g)).toEqual(['eins', 'zwei'])
  expect(text.match(/\r\n0\r\n\r\n/g)).toHaveLength(2)
})

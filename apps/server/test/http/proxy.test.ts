import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

function ask(server: TestServer, headers: Record<string, string>, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const path = method === 'GET' ? '/api/v1/instance' : '/api/v1/workshops'
    const request = httpRequest({ port: server.running.port, host: '127.0.0.1', path, method, headers }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
    })
    request.once('error', reject)
    request.end(method === 'GET' ? '' : JSON.stringify({ title: 'x', groups: 1 }))
  })
}

describe('behind a proxy that is trusted', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await TestServer.start({ PUBLIC_URL: 'https://tafel.example.org', TRUSTED_PROXIES: '127.0.0.1' })
  })
  afterAll(() => server.stop())

  test('the host that people asked for counts, however the proxy passes it on', async () => {
    expect((await ask(server, { host: 'tafel.example.org' })).status).toBe(200)
    expect((await ask(server, { host: '127.0.0.1:3000', 'x-forwarded-host': 'tafel.example.org' })).status).toBe(200)
    expect((await ask(server, { host: 'tafel.example.org', 'x-forwarded-host': 'evil.example' })).status).toBe(403)
    expect((await ask(server, { host: `localhost:${server.running.port}` })).status).toBe(403)
  })

  test('browsers are told to keep to https', async () => {
    const { headers } = await ask(server, { host: 'tafel.example.org' })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  })

  test('[H4] nobody creates without a token, and only pages of the public address change anything', async () => {
    const json = { host: 'tafel.example.org', 'content-type': 'application/json' }
    expect((await ask(server, json, 'POST')).status).toBe(403)
    const { setupLink } = server.running
    expect(setupLink).toMatch(/^https:\/\/tafel\.example\.org\/setup#/)
    const trade = (origin: string) =>
      new Promise<number>((resolve, reject) => {
        const options = { port: server.running.port, host: '127.0.0.1', path: '/api/v1/setup', method: 'POST' }
        const request = httpRequest({ ...options, headers: { ...json, origin } }, (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        })
        request.once('error', reject)
        request.end(JSON.stringify({ setup: new URL(setupLink as string).hash.slice(1) }))
      })
    expect(await trade('http://tafel.example.org')).toBe(403)
    expect(await trade('https://tafel.example.org')).toBe(200)
  })
})

test('on a host name that is no secure context nothing asks for one', async () => {
  const server = await TestServer.start({ PUBLIC_URL: 'http://tafel.test', WHO_MAY_CREATE: 'anyone' })
  try {
    const { status, headers } = await ask(server, { host: 'tafel.test' })
    expect(status).toBe(200)
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).not.toHaveProperty('cross-origin-opener-policy')
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
    const json = { host: 'tafel.test', origin: 'http://tafel.test', 'content-type': 'application/json' }
    expect((await ask(server, { ...json, 'x-forwarded-for': '10.0.0.9' }, 'POST')).status).toBe(201)
  } finally {
    await server.stop()
  }
})

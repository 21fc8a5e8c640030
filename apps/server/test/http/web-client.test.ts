import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

const PAGE = '<!doctype html><title>Tafelrunde</title>'
const SCRIPT = 'export const answer = 42\n'.repeat(200)

let webRoot: string
let server: TestServer
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'tafelrunde-web-'))
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(join(webRoot, 'index.html'), PAGE)
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js'), SCRIPT)
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js.gz'), gzipSync(SCRIPT))
  server = await TestServer.start({}, { webRoot })
})
afterAll(async () => {
  await server.stop()
  rmSync(webRoot, { recursive: true, force: true })
})

function get(path: string, encoding = 'identity'): Promise<Response> {
  return fetch(`${server.address}${path}`, { headers: { 'accept-encoding': encoding } })
}

describe('the web client', () => {
  test.each(['/', '/join', '/w/abc/g/def?seat=x', '/legal/imprint', '/new'])(
    '%s gets the page, asked for anew',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(200)
      expect(await response.text()).toBe(PAGE)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    },
  )

  test.each([
    ['identity', null],
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
  ])('a hashed file is kept for ever; who takes %s gets it as the build made it', async (accepted, sent) => {
    const response = await get('/assets/main-abc123.js', accepted)
    expect(response.headers.get('content-encoding')).toBe(sent)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(await response.text()).toBe(SCRIPT)
  })

  test.each(['/assets/gone-abc.js', '/favicon.png', '/api/v1/nothing', '/api/v2', '/assets/../../package.json'])(
    '%s is not there, and no page stands in for it',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ error: 'request.notFound' })
    },
  )

  test('a page is not changed by sending something to it', async () => {
    const response = await fetch(`${server.address}/join`, { method: 'POST' })
    expect(response.status).toBe(404)
  })
})

describe('the legal pages', () => {
  test('stand on this server when the operator has written them', async () => {
    mkdirSync(join(server.dataDir, 'legal'))
    writeFileSync(join(server.dataDir, 'legal', 'imprint.md'), '# Impressum\n')
    const { body } = await server.call<{ legal: unknown; whoMayCreate: string }>('GET', '/api/v1/instance')
    expect(body).toMatchObject({
      whoMayCreate: 'anyone',
      legal: { imprint: '/legal/imprint', privacy: null, accessibility: null, contact: null },
    })
    const page = await server.call('GET', '/api/v1/legal/imprint?language=en')
    expect(page).toMatchObject({ status: 200, body: { markdown: '# Impressum\n' } })
    expect((await server.call('GET', '/api/v1/legal/privacy')).status).toBe(404)
    expect((await server.call('GET', '/api/v1/legal/..%2Fsecrets')).status).toBe(400)
  })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LegalPages } from './LegalPages.ts'

const NOTHING = { imprint: null, privacy: null, accessibility: null, contact: null }

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-legal-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('without addresses and files there is nothing to link to', async () => {
  const pages = new LegalPages(NOTHING, dataDir)
  expect(await pages.links()).toEqual(NOTHING)
  await expect(pages.markdown('imprint', 'de')).rejects.toMatchObject({ code: 'request.notFound' })
})

test('files are served as pages, in the language that is there', async () => {
  mkdirSync(join(dataDir, 'legal'))
  writeFileSync(join(dataDir, 'legal', 'imprint.md'), '# Impressum')
  writeFileSync(join(dataDir, 'legal', 'privacy.de.md'), '# Datenschutz')
  writeFileSync(join(dataDir, 'legal', 'privacy.md'), '# Privacy')
  const pages = new LegalPages(NOTHING, dataDir)
  expect(await pages.links()).toEqual({ ...NOTHING, imprint: '/legal/imprint', privacy: '/legal/privacy' })
  expect(await pages.markdown('imprint', 'en')).toBe('# Impressum')
  expect(await pages.markdown('privacy', 'de')).toBe('# Datenschutz')
  expect(await pages.markdown('privacy', 'en')).toBe('# Privacy')
})

test('an address goes before a file', async () => {
  mkdirSync(join(dataDir, 'legal'))
  writeFileSync(join(dataDir, 'legal', 'imprint.md'), '# Impressum')
  const pages = new LegalPages(
    { ...NOTHING, imprint: 'https://example.org/imprint', contact: 'barrieren@example.org' },
    dataDir,
  )
  expect(await pages.links()).toMatchObject({
    imprint: 'https://example.org/imprint',
    contact: 'barrieren@example.org',
  })
})

import type { Language } from '../i18n/language.ts'
import { ApiError, callApi, type Parser } from './callApi.ts'

export type LegalPageName = 'imprint' | 'privacy' | 'accessibility'

/** What the operator has given: a text, an address elsewhere, or neither. */
export interface LegalPageContent {
  readonly markdown: string | null
  readonly address: string | null
  readonly contact: string | null
}

type Links = Readonly<Record<LegalPageName | 'contact', string | null>>

const links: Parser<Links> = {
  parse(value) {
    const legal = (value as { legal?: Record<string, unknown> } | null)?.legal ?? {}
    const read = (key: string) => (typeof legal[key] === 'string' ? legal[key] : null)
    return {
      imprint: read('imprint'),
      privacy: read('privacy'),
      accessibility: read('accessibility'),
      contact: read('contact'),
    }
  },
}

const text: Parser<string> = {
  parse(value) {
    const markdown = (value as { markdown?: unknown } | null)?.markdown
    if (typeof markdown !== 'string') throw new TypeError('no text')
    return markdown
  },
}

/** Read a legal page in a language. @throws ApiError `network` */
export async function readLegalPage(page: LegalPageName, language: Language): Promise<LegalPageContent> {
  const known = await callApi('GET', '/instance', { schema: links })
  const address = known[page]?.startsWith('http') ? known[page] : null
  const markdown = address === null && known[page] !== null ? await readText(page, language) : null
  return { markdown, address, contact: known.contact }
}

async function readText(page: LegalPageName, language: Language): Promise<string | null> {
  try {
    return await callApi('GET', `/legal/${page}?language=${language}`, { schema: text })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'request.notFound') return null
    throw error
  }
}

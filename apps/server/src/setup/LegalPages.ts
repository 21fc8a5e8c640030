import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@tafelrunde/protocol'
import type { LegalConfig } from '../config.ts'

/** Pages that every public server needs (DDG § 5, GDPR Art. 13, BITV 2.0 § 7). */
export const LEGAL_PAGES = ['imprint', 'privacy', 'accessibility'] as const

/** Name of a legal page. */
export type LegalPage = (typeof LEGAL_PAGES)[number]

/** Where each page is: an address elsewhere, a page of this server, or nowhere. */
export type LegalLinks = Readonly<Record<LegalPage | 'contact', string | null>>

/** Legal pages: addresses from the configuration, else Markdown files in DATA_DIR/legal, read anew each time. */
export class LegalPages {
  readonly #config: LegalConfig
  readonly #folder: string

  constructor(config: LegalConfig, dataDir: string) {
    this.#config = config
    this.#folder = join(dataDir, 'legal')
  }

  async links(): Promise<LegalLinks> {
    const [imprint, privacy, accessibility] = await Promise.all(LEGAL_PAGES.map((page) => this.#linkOf(page)))
    return {
      imprint: imprint ?? null,
      privacy: privacy ?? null,
      accessibility: accessibility ?? null,
      contact: this.#config.contact,
    }
  }

  /** The Markdown of a page in a language, else in any. @throws AppError `request.notFound` */
  async markdown(page: LegalPage, language: 'de' | 'en'): Promise<string> {
    const text = (await this.#read(`${page}.${language}.md`)) ?? (await this.#read(`${page}.md`))
    if (text === null) throw new AppError('request.notFound', 'the operator has not written this page')
    return text
  }

  async #linkOf(page: LegalPage): Promise<string | null> {
    if (this.#config[page] !== null) return this.#config[page]
    const hasFile = (await this.#read(`${page}.md`)) ?? (await this.#read(`${page}.de.md`))
    return hasFile === null ? null : `/legal/${page}`
  }

  async #read(fileName: string): Promise<string | null> {
    try {
      return await readFile(join(this.#folder, fileName), 'utf8')
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw cause
    }
  }
}

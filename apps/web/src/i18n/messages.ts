import type { Language } from './language.ts'
import type { messages as de } from './messages.de.ts'
import type { workMessages as workDe } from './messages.work.de.ts'

/** Widens literal texts, so that the other language may differ in words but not in keys or parameters. */
type Translated<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof T]: Translated<T[K]> }

/** Texts of the quiet places (join, home, legal) and of everything that is everywhere. */
export type BaseMessages = Translated<typeof de>

/** Texts of the working places (board, cockpit, plenary …), fetched with the first of them. */
export type WorkMessages = Translated<typeof workDe>

/**
 * Every text of the product, by feature. German is the source; English must have the same keys and parameters.
 * Routes load the working texts before the page that reads them (`loadWorkTexts`).
 */
export type Messages = BaseMessages & WorkMessages

/** Fetch the base texts of one language; a chunk of its own. */
export async function loadBase(language: Language): Promise<BaseMessages> {
  if (language === 'en') return (await import('./messages.en.ts')).messages
  return (await import('./messages.de.ts')).messages
}

/** Fetch the working texts of one language; a chunk of its own, so that joining does not wait for it. */
export async function loadWork(language: Language): Promise<WorkMessages> {
  if (language === 'en') return (await import('./messages.work.en.ts')).workMessages
  return (await import('./messages.work.de.ts')).workMessages
}

import type { Language } from './Language.ts'
import { lexiconOf } from './lexicons.ts'

/** Make ready what comparing in a language needs (some tens of milliseconds, once); otherwise the first note waits. */
export function prepareLanguage(language: Language): void {
  lexiconOf(language)
}

import type { Language } from './Language.ts'
import { lexiconOf } from './lexicons.ts'
import { wordsOf } from './wordsOf.ts'

/** The language that a text is in, by the words that it is held together by; `otherwise` when they do not tell. */
export function detectLanguage(text: string, otherwise: Language): Language {
  const words = wordsOf(text).map(({ word }) => word)
  const german = words.filter((word) => isTelling(word, 'de')).length
  const english = words.filter((word) => isTelling(word, 'en')).length
  if (german === english) return /[äöüß]/i.test(text) ? 'de' : otherwise
  return german > english ? 'de' : 'en'
}

function isTelling(word: string, language: Language): boolean {
  const own = lexiconOf(language)
  const other = lexiconOf(language === 'de' ? 'en' : 'de')
  return knows(own, word) && !knows(other, word)
}

function knows(lexicon: ReturnType<typeof lexiconOf>, word: string): boolean {
  return lexicon.stopWords.has(word) || lexicon.negations.has(word)
}

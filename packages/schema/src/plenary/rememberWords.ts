import { readPlenary, type Plenary } from '../Plenary.ts'
import { decide, type PlenaryInverse } from './decide.ts'
import { comparableWords } from './seenWords.ts'

/**
 * Remember the words of entries and recommendations as they are while something is decided about them, or forget them
 * (null). The view then tells what has been changed at its source since.
 */
export function rememberWords(plenary: Plenary, words: Readonly<Record<string, string | null>>): PlenaryInverse | null {
  return decide(
    plenary,
    Object.entries(words).map(([key, value]) => ({
      root: 'seen',
      key,
      value: value === null ? null : comparableWords(value),
    })),
  )
}

/** Forget the words of entries about which nothing is decided any more: neither a wording nor a fold. */
export function forgetUndecided(plenary: Plenary, keys: readonly string[]): PlenaryInverse | null {
  const { folds, wording } = readPlenary(plenary)
  const decided = new Set([
    ...Object.keys(wording),
    ...folds.flatMap(({ headKey, entryKeys }) => [headKey, ...entryKeys]),
  ])
  return rememberWords(plenary, Object.fromEntries(keys.filter((key) => !decided.has(key)).map((key) => [key, null])))
}

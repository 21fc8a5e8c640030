/** Endings of inflection and derivation, longest first; see stemGerman for why derivations are cut off as well. */
const ENDINGS = [
  ...['ications', 'ication', 'isations', 'isation', 'izations', 'ization', 'ations', 'ation', 'ibility', 'ability'],
  ...['ments', 'ment', 'nesses', 'ness', 'ities', 'ity', 'ings', 'ing', 'ates', 'ated', 'ating', 'ate', 'ises', 'ised'],
  ...['ise', 'ize', 'ized', 'ible', 'able', 'ions', 'ion', 'ers', 'ors', 'er', 'or', 'ied', 'ies', 'ive', 'ful', 'ly'],
  ...['al', 'ed', 'es', 's', 'e', 'y', 'i'],
].toSorted((a, b) => b.length - a.length)

const SHORTEST = { inflection: 3, derivation: 4 }

/** The stem of a folded English word. */
export function stemEnglish(word: string): string {
  let stem = word
  for (;;) {
    const ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= shortest(one))
    if (ending === undefined || (ending === 's' && stem.endsWith('ss'))) return withoutDouble(stem)
    stem = stem.slice(0, -ending.length)
  }
}

function shortest(ending: string): number {
  const isInflection = ['s', 'e', 'y', 'i', 'es', 'ed', 'ing', 'ings', 'ies', 'ied'].includes(ending)
  return isInflection ? SHORTEST.inflection : SHORTEST.derivation
}

/** “planning” → “plan”. */
function withoutDouble(stem: string): string {
  return /([bdfgmnprt])\1$/.test(stem) && stem.length > 4 ? stem.slice(0, -1) : stem
}

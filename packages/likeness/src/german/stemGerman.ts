/**
 * Endings of inflection and of derivation, longest first: “informieren”, “Information” and “informiert” share a stem,
 * as do “schulen” and “Schulung”. A dictionary stemmer keeps verbs and the nouns made of them apart, and between two
 * notes that is the most frequent difference of all. Too much is cut off rather than too little: a stem is only ever
 * compared with another one.
 */
const ENDINGS = [
  ...['isierungen', 'isierung', 'isieren', 'isiert', 'isierte', 'ierungen', 'ierung', 'ierend', 'ierte', 'ierten'],
  ...['ieren', 'iert', 'ationen', 'ation', 'igkeiten', 'igkeit', 'keiten', 'keit', 'heiten', 'heit', 'schaften'],
  ...['schaft', 'innen', 'ungen', 'ung', 'lich', 'isch', 'bar', 'nis', 'ende', 'enden', 'ender', 'end', 'ig', 'in'],
  ...['ten', 'tem', 'ter', 'tes', 'te', 'ion', 'al', 'ern', 'er', 'en', 'em', 'es', 'e', 'n', 's', 't'],
].toSorted((a, b) => b.length - a.length)

/** The stem that short endings have to leave, and that long ones have to. */
const SHORTEST = { inflection: 3, derivation: 4 }

const PARTICIPLE =
  /^((?:an|auf|aus|ab|ein|bei|vor|zu|nach|um|mit|her|hin|weiter|zuruck|zusammen|fest|fort|bereit|hoch|bekannt)?)(?:ge|zu)(.{3,}(?:t|en|te|ten|ter|tes|ene|enen))$/

/** The stem of a folded German word. */
export function stemGerman(word: string): string {
  let stem = word
  for (;;) {
    const ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= shortest(one))
    if (ending === undefined) return stem
    stem = stem.slice(0, -ending.length)
  }
}

function shortest(ending: string): number {
  return ending.length >= 3 || ending === 'in' || ending === 'ig' || ending === 'al'
    ? SHORTEST.derivation
    : SHORTEST.inflection
}

/** The word without the mark of a participle or of an infinitive with “zu”: “angemeldet” and “anzumelden” → “anmeldet”. */
export function withoutParticiple(word: string): string {
  const found = PARTICIPLE.exec(word)
  return found && (found[1] !== '' || word.startsWith('ge')) ? `${found[1]}${found[2]}` : word
}

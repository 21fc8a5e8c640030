/**
 * A text in the letters that words are compared by: lower case, no accents; umlauts are one letter however they are
 * typed (`ü`, `ue`), because plurals change them.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<![aeiouq])([aou])e/g, '$1')
}

/** What an assignment list says about one person. */
export type ListMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'group'; readonly groupId: string }
  /** Lines that fit equally well lead to different groups. */
  | { readonly kind: 'ambiguous' }

interface ListLine {
  readonly name: string
  readonly organisation: string
  readonly groupId: string
}

/** Words that one list has and the next one leaves out. */
const TITLES = new Set(['dr', 'prof', 'herr', 'herrn', 'frau', 'mr', 'mrs', 'ms'])

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/**
 * A name or organisation as lists are compared: case, umlauts, accents, punctuation, titles and the order of the words
 * do not count, so that "Müller, Anna" is "Dr. Anna Mueller".
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] as string)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word))
    .toSorted()
    .join(' ')
}

/**
 * The group that a list gives a person. A line with name and organisation counts before one with a name only, and that
 * before one for the whole organisation. Somebody who has not said an organisation is found by name alone.
 */
export function groupByList(
  lines: readonly ListLine[],
  person: { readonly name: string; readonly organisation: string },
): ListMatch {
  const [name, organisation] = [nameKey(person.name), nameKey(person.organisation)]
  const exact: string[] = []
  const byName: string[] = []
  const byHouse: string[] = []
  for (const line of lines) {
    const [lineName, lineOrganisation] = [nameKey(line.name), nameKey(line.organisation)]
    const isSameHouse = lineOrganisation !== '' && lineOrganisation === organisation
    if (lineName === '') {
      if (isSameHouse) byHouse.push(line.groupId)
    } else if (lineName === name) {
      if (isSameHouse) exact.push(line.groupId)
      else if (lineOrganisation === '' || organisation === '') byName.push(line.groupId)
    }
  }
  const groups = new Set([exact, byName, byHouse].find((found) => found.length > 0))
  const [groupId] = groups
  if (groupId === undefined) return { kind: 'none' }
  return groups.size === 1 ? { kind: 'group', groupId } : { kind: 'ambiguous' }
}

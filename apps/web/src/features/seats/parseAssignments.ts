import { nameKey, type AssignmentEntry } from '@tafelrunde/protocol'
import { readTable, type TableRow } from './readTable.ts'

/** Why a line needs a look. */
export type LineProblem =
  | { readonly kind: 'noGroup' | 'nobody' | 'twice' | 'tooLong' }
  | { readonly kind: 'unknownGroup'; readonly group: string }

/** What a pasted list says. */
export interface ParsedList {
  /** Lines that were understood. */
  readonly entries: readonly AssignmentEntry[]
  readonly problems: readonly (LineProblem & { readonly line: number; readonly text: string })[]
}

/** A group as lists name it. */
export interface ListGroup {
  readonly id: string
  readonly letter: string
  readonly name: string
}

interface Columns {
  readonly names: readonly number[]
  readonly organisation: number
  readonly group: number
}

const MOST_CHARACTERS = 120

const HEADERS = {
  name: /^(name|namen|person|teilnehm\w*|participant\w*|vor- und nachname|full name)$/,
  firstName: /^(vorname|first name|given name)$/,
  lastName: /^(nachname|familienname|last name|surname|family name)$/,
  organisation: /^(organisation|organization|organisationseinheit|haus|institution|behörde|ressort|firma|company)$/,
  group: /^(gruppe|group|gruppen|team|tisch|tafel|table|raum)$/,
} as const

/**
 * Read a pasted list: name, organisation and group in columns, with or without a header. Pure. Nothing is guessed: a
 * line that cannot be understood is named with the reason, and takes nothing from the others.
 */
export function parseAssignments(
  pasted: string,
  known: { readonly groups: readonly ListGroup[]; readonly organisations: readonly string[] },
): ParsedList {
  const rows = readTable(pasted)
  const header = headerOf(rows[0])
  const groupIds = groupIdsByName(known.groups)
  const houses = new Set(known.organisations.map(nameKey))
  const entries: AssignmentEntry[] = []
  const problems: ParsedList['problems'][number][] = []
  const groupOfPerson = new Map<string, string>()
  for (const row of header ? rows.slice(1) : rows) {
    const line = lineOf(row, header ?? columnsOf(row, houses))
    const problem = problemOf(line, groupIds)
    const at = { line: row.line, text: row.cells.filter(Boolean).join(' · ') }
    if (problem) {
      problems.push({ ...problem, ...at })
      continue
    }
    const groupId = groupIds.get(nameKey(line.group)) as string
    const person = `${nameKey(line.name)}|${nameKey(line.organisation)}`
    const earlier = groupOfPerson.get(person)
    if (earlier !== undefined && earlier !== groupId) problems.push({ kind: 'twice', ...at })
    if (earlier === groupId) continue
    groupOfPerson.set(person, groupId)
    entries.push({ name: line.name, organisation: line.organisation, groupId })
  }
  return { entries, problems }
}

function headerOf(row: TableRow | undefined): Columns | null {
  if (!row) return null
  const words = row.cells.map((cell) => cell.toLocaleLowerCase('de').replace(/[:*]/g, '').trim())
  const find = (pattern: RegExp): number => words.findIndex((word) => pattern.test(word))
  const group = find(HEADERS.group)
  const [name, first, last] = [find(HEADERS.name), find(HEADERS.firstName), find(HEADERS.lastName)]
  const organisation = find(HEADERS.organisation)
  // The word for the group alone may be a group's own name.
  if (group < 0 || (name < 0 && first < 0 && last < 0 && organisation < 0)) return null
  const names = name >= 0 ? [name] : [first, last].filter((at) => at >= 0)
  return { names, organisation, group }
}

/** Without a header: name, organisation, group; of two columns the first is a name unless it is a known organisation. */
function columnsOf({ cells }: TableRow, houses: ReadonlySet<string>): Columns {
  if (cells.length !== 2) return { names: [0], organisation: 1, group: 2 }
  const isHouse = houses.has(nameKey(cells[0] ?? ''))
  return isHouse ? { names: [], organisation: 0, group: 1 } : { names: [0], organisation: -1, group: 1 }
}

function lineOf({ cells }: TableRow, { names, organisation, group }: Columns) {
  return {
    name: names
      .map((at) => cells[at] ?? '')
      .join(' ')
      .trim(),
    organisation: cells[organisation] ?? '',
    group: cells[group] ?? '',
  }
}

function problemOf(
  { name, organisation, group }: ReturnType<typeof lineOf>,
  groupIds: ReadonlyMap<string, string>,
): LineProblem | null {
  if (group === '') return { kind: 'noGroup' }
  if (!groupIds.has(nameKey(group))) return { kind: 'unknownGroup', group }
  if (nameKey(name) === '' && nameKey(organisation) === '') return { kind: 'nobody' }
  return name.length > MOST_CHARACTERS || organisation.length > MOST_CHARACTERS ? { kind: 'tooLong' } : null
}

/** "B", "Gruppe B", "Familien", "B Familien"; a name that two groups share leads to neither. */
function groupIdsByName(groups: readonly ListGroup[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>()
  const byLetter = new Map<string, string>()
  for (const { id, letter, name } of groups) {
    for (const text of [letter, `Gruppe ${letter}`, `Group ${letter}`]) byLetter.set(nameKey(text), id)
    for (const text of [name, `${letter} ${name}`, `Gruppe ${name}`]) {
      const key = nameKey(text)
      found.set(key, (found.get(key) ?? new Set()).add(id))
    }
  }
  const byName = [...found].flatMap(([key, ids]) => (ids.size === 1 && key !== '' ? [[key, [...ids][0]] as const] : []))
  return new Map([...byName, ...byLetter] as [string, string][])
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAssignments } from './parseAssignments.ts'

const groups = [
  { id: 'a', letter: 'A', name: 'Kommunen' },
  { id: 'b', letter: 'B', name: 'Gründende' },
  { id: 'c', letter: 'C', name: 'Gruppe C' },
]
const parse = (pasted: string, organisations: readonly string[] = []) =>
  parseAssignments(pasted, { groups, organisations })
const entry = (name: string, organisation: string, groupId: string) => ({ name, organisation, groupId })

describe('parseAssignments', () => {
  it.each([
    ['semicolons', 'Anna Müller;Land Hessen;B\nBen; BMI ;Kommunen'],
    ['tabs of a spreadsheet', 'Anna Müller\tLand Hessen\tB\r\nBen\tBMI\tKommunen\r\n'],
    ['commas', 'Anna Müller,Land Hessen,b\nBen,BMI,Gruppe A'],
    ['quotes', '"Anna Müller";"Land Hessen";"Gruppe B"\n"Ben";"BMI";"kommunen"'],
    ['a header', 'Name;Organisation;Gruppe\nAnna Müller;Land Hessen;B: Gründende\nBen;BMI;A'],
    ['columns in another order', 'Gruppe;Haus;Vorname;Nachname\nB;Land Hessen;Anna;Müller\nA;BMI;Ben;'],
    ['empty lines and a byte order mark', '\uFEFF\n\nAnna Müller;Land Hessen;Gruendende\n;;\nBen;BMI;A\n'],
  ])('reads %s', (_what, pasted) => {
    expect(parse(pasted)).toEqual({
      entries: [entry('Anna Müller', 'Land Hessen', 'b'), entry('Ben', 'BMI', 'a')],
      problems: [],
    })
  })

  it('reads separators, quotes and line ends inside quotes, and counts the lines on', () => {
    const { entries, problems } = parse('"Müller; Anna";"Ministerium ""Zukunft""";A\n"Ben\nBauer";BMI;B\nZoe;BMI;X')
    expect(entries).toEqual([entry('Müller; Anna', 'Ministerium "Zukunft"', 'a'), entry('Ben Bauer', 'BMI', 'b')])
    expect(problems).toMatchObject([{ line: 4, kind: 'unknownGroup', group: 'X' }])
  })

  it('takes a line without a name for the whole organisation', () => {
    expect(parse(';BMI;A').entries).toEqual([entry('', 'BMI', 'a')])
    expect(parse('Organisation;Gruppe\nBMI;A').entries).toEqual([entry('', 'BMI', 'a')])
    expect(parse('bmi;A\nAnna;B', ['BMI']).entries).toEqual([entry('', 'bmi', 'a'), entry('Anna', '', 'b')])
  })

  it('says of every line that it does not understand which and why', () => {
    const { entries, problems } = parse('Anna Müller\nBen;BMI;\nKim;BMI;Z\n;;A\nZoe;BMI;C\n"offen;BMI;C')
    expect(entries).toEqual([entry('Zoe', 'BMI', 'c'), entry('"offen', 'BMI', 'c')])
    expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'noGroup'],
      [2, 'noGroup'],
      [3, 'unknownGroup'],
      [4, 'nobody'],
    ])
  })

  it('keeps a person once, and tells when a later line contradicts', () => {
    const { entries, problems } = parse(
      'Anna Müller;BMI;A\nMüller, Anna;bmi;A\nAnna Mueller;BMI;B'.replace('Müller, ', 'Müller '),
    )
    expect(entries.map(({ groupId }) => groupId)).toEqual(['a', 'b'])
    expect(problems).toMatchObject([{ line: 3, kind: 'twice' }])
  })

  it('leads to no group that is named twice', () => {
    const twins = [
      { id: 'a', letter: 'A', name: 'Team' },
      { id: 'b', letter: 'B', name: 'Team' },
    ]
    const { entries, problems } = parseAssignments('Anna;;Team\nBen;;B', { groups: twins, organisations: [] })
    expect(entries).toEqual([entry('Ben', '', 'b')])
    expect(problems).toMatchObject([{ kind: 'unknownGroup' }])
  })

  it('never throws, and every line is an entry, a problem, a repetition or empty', () => {
    const cell = fc.constantFrom('', 'Anna', 'BMI', 'A', 'b', '"', '"x"', 'Gruppe C', ' ', 'ä')
    const pasted = fc
      .array(fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(';')))
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(fc.oneof(pasted, fc.string()), (text) => {
        const { entries, problems } = parse(text)
        expect(entries.length + problems.length).toBeLessThanOrEqual(2 * (text.split(/\r\n?|\n/).length + 1))
        for (const { groupId } of entries) expect(['a', 'b', 'c']).toContain(groupId)
      }),
    )
  })
})

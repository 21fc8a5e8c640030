import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildResultsModel } from './buildResultsModel.ts'
import { csvCell } from './csv/csvCell.ts'
import {
  aBoard,
  aCanvas,
  aClusteredBoard,
  aGroup,
  anInput,
  anItem,
  aRecommendation,
  aRun,
} from './testing/aWorkshop.ts'
import { hostileInput, HOSTILE_TEXTS } from './testing/hostileWorkshops.ts'
import { expectedReadBack, type ReadBack } from './testing/readBack.ts'
import { CSV_COLUMNS, toCsv } from './toCsv.ts'

/** RFC 4180, strictly: CRLF between records, quotes doubled inside quotes. */
function parseCsv(csv: string): Record<string, string>[] {
  const records: string[][] = [[]]
  for (let at = 0; at < csv.length;) {
    const record = records.at(-1) as string[]
    const quoted = /^"((?:[^"]|"")*)"/.exec(csv.slice(at))
    const cell = quoted ?? /^[^",\r\n]*/.exec(csv.slice(at))
    record.push(quoted ? (quoted[1] as string).replaceAll('""', '"') : (cell?.[0] ?? ''))
    at += cell?.[0].length ?? 0
    if (csv.startsWith('\r\n', at)) {
      records.push([])
      at += 2
    } else if (csv[at] === ',') at += 1
    else throw new Error(`no delimiter at ${at}: ${JSON.stringify(csv.slice(at, at + 20))}`)
  }
  const [head = [], ...rows] = records.slice(0, -1)
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

function readBack(csv: string): { items: ReadBack[]; recommendations: ReadBack[] } {
  const rows = parseCsv(csv.slice(1))
  const ofType = (type: string): ReadBack[] =>
    rows
      .filter((row) => row['type'] === type)
      .map((row) => ({ id: row['id'] ?? '', groupId: row['groupId'] ?? '', text: unguarded(row['text'] ?? '') }))
  return { items: ofType('item'), recommendations: ofType('recommendation') }
}

/** Drops the apostrophe that guards against formulas, as spreadsheets do when they show the cell. */
function unguarded(cell: string): string {
  const isGuarded =
    cell.startsWith("'") && !cell.startsWith("''") && csvCell(cell.slice(1)).replace(/^"/, '').startsWith("'")
  return isGuarded ? cell.slice(1) : cell
}

// Property tests over whole workshops take a while on a busy machine.
describe('the CSV dossier', { timeout: 60_000 }, () => {
  it('gives back every entry and recommendation exactly once, with its text and group, whatever people wrote', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const model = buildResultsModel(input)
        expect(readBack(toCsv(model))).toEqual(expectedReadBack(model))
      }),
      { numRuns: 80 },
    )
  })

  it('has no cell that a spreadsheet would run as a formula', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        for (const row of parseCsv(toCsv(buildResultsModel(input)).slice(1))) {
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each(HOSTILE_TEXTS.filter((text) => /^\s*[=+\-@＝]/.test(text)))('puts an apostrophe before %j', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  })

  it('begins with a byte order mark and the column names, each record as long as the head', () => {
    const csv = toCsv(buildResultsModel(anInput([aBoard({ items: [anItem('one')] })])))
    expect(csv.startsWith(`\ufeff${CSV_COLUMNS.join(',')}\r\n`)).toBe(true)
    expect(csv.split('\r\n')[1]?.split(',')).toHaveLength(CSV_COLUMNS.length)
  })

  it('names head and agreement in columns behind all that were there before', () => {
    expect(CSV_COLUMNS.slice(CSV_COLUMNS.indexOf('note'))).toEqual(['note', 'clusterHead', 'agreement'])
    const rows = parseCsv(toCsv(buildResultsModel(anInput([aClusteredBoard()]))).slice(1))
    expect(rows.map((row) => [row['reference'], row['clusterHead'], row['agreement']])).toEqual([
      ['A1', '', '2'],
      ['A2', 'A1', '0'],
      ['A3', 'A1', '0'],
      ['A4', '', '1'],
    ])
  })

  it('words attributes in the language and names canvas, field and linked entries', () => {
    const item = anItem('one', {
      canvasId: aCanvas('c').id,
      fieldId: 'barriers',
      evidence: 'proven',
      attributes: { cause: 'technology-eid' },
    })
    const recommendation = aRecommendation('r', { itemIds: [item.id], effort: 2, horizon: 'now' })
    const board = aBoard({ canvases: [aCanvas('c')], items: [item], recommendations: [recommendation] })
    const [first, second] = parseCsv(toCsv(buildResultsModel(anInput([board]))).slice(1))
    expect(first).toMatchObject({
      canvas: 'Canvas c',
      field: 'Hürden der Nutzung',
      cause: 'Technik und eID',
      evidence: 'belegt',
    })
    expect(second).toMatchObject({
      type: 'recommendation',
      linkedTo: 'A1',
      effort: '2 von 5',
      horizon: 'sofort (unter 3 Monaten)',
    })
  })

  it('marks every row of example data as made up', () => {
    const input = anInput([aBoard({ items: [anItem('one')] })], { run: aRun([aGroup(0)], { isExample: true }) })
    expect(parseCsv(toCsv(buildResultsModel(input)).slice(1))[0]?.['note']).toBe('Beispieldaten, frei erfunden')
  })
})

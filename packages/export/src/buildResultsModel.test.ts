import type { ItemId } from '@tafelrunde/schema/plain'
import { richTextOf } from '@tafelrunde/schema/plain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildResultsModel } from './buildResultsModel.ts'
import type { ResultsGroup } from './ResultsModel.ts'
import {
  aBoard,
  aCanvas,
  aClusteredBoard,
  aGroup,
  anId,
  anInput,
  anItem,
  aPlenaryEntry,
  aRecommendation,
  aRun,
} from './testing/aWorkshop.ts'
import { nodesOf, textOf } from './testing/htmlTree.ts'
import { hostileInput } from './testing/hostileWorkshops.ts'
import { expectedReadBack } from './testing/readBack.ts'
import { toCsv } from './toCsv.ts'
import { toHtml } from './toHtml.ts'
import { toJson } from './toJson.ts'
import { toMarkdown } from './toMarkdown.ts'

/** What a reader of the page reads, without its markup. */
function textOfHtml(html: string): string {
  return nodesOf(html).slice(0, 1).map(textOf).join('')
}

function groupOf(input: Parameters<typeof buildResultsModel>[0]): ResultsGroup {
  return buildResultsModel(input).groups[0] as ResultsGroup
}

// Property tests over whole workshops take a while on a busy machine.
describe('the results model', { timeout: 60_000 }, () => {
  it('shows every active and parked item of a canvas that is still there, or of the free area, exactly once', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const shown = expectedReadBack(buildResultsModel(input)).items.map((entry) => `${entry.groupId}/${entry.id}`)
        const wanted = input.boards.flatMap(({ groupId, board }) =>
          board.items
            .filter((item) => item.state !== 'deleted' && item.canvasId !== aCanvas('bin').id)
            .map((item) => `${groupId}/${item.id}`),
        )
        expect(shown.toSorted()).toEqual(wanted.toSorted())
      }),
      { numRuns: 60 },
    )
  })

  it('follows the template: head, rows, foot, deepening, then what no field knows; inside a field the order', () => {
    const on = (name: string, fieldId: string, order = name) =>
      anItem(name, { canvasId: aCanvas('c').id, fieldId, order })
    const items = [
      on('m', 'tone'),
      on('b', 'questions'),
      on('z', 'goals', 'a1'),
      on('a', 'goals', 'a2'),
      on('x', 'gone'),
      on('k', 'barriers'),
    ]
    const canvas = aCanvas('c', { kind: 'users', summary: richTextOf('Kurz') })
    const [shown] = groupOf(anInput([aBoard({ canvases: [canvas], items })])).canvases
    expect(shown?.fields.map((field) => field.fieldId)).toEqual([
      'kind',
      'summary',
      'goals',
      'barriers',
      'questions',
      'tone',
      'other',
    ])
    expect(shown?.fields[2]?.entries.map((entry) => entry.reference)).toEqual(['A1', 'A2'])
    expect(shown?.fields[2]?.entries.map((entry) => entry.itemId)).toEqual([anId('z'), anId('a')])
  })

  it('puts what lies in a cluster right behind its head, and says how many agree', () => {
    const entries = groupOf(anInput([aClusteredBoard()])).freeArea
    expect(
      entries.map(({ reference, itemId, clusterHead, agreement }) => [reference, itemId, clusterHead, agreement]),
    ).toEqual([
      ['A1', anId('head'), null, 2],
      ['A2', anId('undera'), 'A1', 0],
      ['A3', anId('underd'), 'A1', 0],
      ['A4', anId('other'), null, 1],
    ])
  })

  it('takes nothing along with a head that was parked or deleted, or is in another field', () => {
    const head = anItem('head', { state: 'parked' })
    const binned = anItem('bin', { state: 'deleted' })
    const elsewhere = anItem('far', { canvasId: aCanvas('c').id, fieldId: 'goals' })
    const items = [
      head,
      binned,
      elsewhere,
      ...[head, binned, elsewhere].map(({ id }) => anItem(`x${id}`, { headId: id })),
    ]
    const { freeArea } = groupOf(anInput([aBoard({ canvases: [aCanvas('c')], items })]))
    expect(freeArea.map(({ clusterHead }) => clusterHead)).toEqual([null, null, null])
  })

  it('tells clusters and agreement in every format and both languages', () => {
    const inLanguage = (language: 'de' | 'en') => buildResultsModel(anInput([aClusteredBoard()], { language }))
    const [de, en] = [inLanguage('de'), inLanguage('en')]
    for (const words of ['Wolke: 2 Zettel darunter', 'Das frage ich auch: 2', 'Zustimmung: 1']) {
      expect(textOfHtml(toHtml(de))).toContain(words)
      expect(toMarkdown(de)).toContain(words)
    }
    for (const words of ['Cluster: 2 entries under it', 'I ask that, too: 2', 'Agreement: 1']) {
      expect(textOfHtml(toHtml(en))).toContain(words)
      expect(toMarkdown(en)).toContain(words)
    }
  })

  it('keeps the order of the groups and leaves out groups whose board the reader may not see', () => {
    const input = anInput([aBoard(), aBoard(), aBoard()])
    const seen = { ...input, boards: input.boards.filter((_, index) => index !== 1).toReversed() }
    expect(buildResultsModel(seen).groups.map((group) => group.letter)).toEqual(['A', 'C'])
  })

  it('lists parked entries and recommendations apart and counts them apart', () => {
    const board = aBoard({
      items: [anItem('one'), anItem('two', { state: 'parked' }), anItem('three', { state: 'deleted' })],
      recommendations: [aRecommendation('r1', { state: 'parked' }), aRecommendation('r2')],
    })
    const group = groupOf(anInput([board]))
    expect(group.freeArea).toHaveLength(1)
    expect(group.parked.entries.map((entry) => entry.itemId)).toEqual([anId('two')])
    expect(group.counts).toEqual({ canvases: 0, entries: 1, recommendations: 1, parked: 2, strokes: 0 })
  })

  it('words the attributes in the language of the dossier', () => {
    const item = anItem('one', {
      evidence: 'assumption',
      tags: ['eID'],
      attributes: {
        phase: 'during',
        fit: 3,
        level: 'kammer',
        until: '2022-04-15',
        talkId: anId('talk'),
        harvestKind: 'question',
      },
    })
    const factsIn = (language: 'de' | 'en') =>
      groupOf(anInput([aBoard({ items: [item] })], { language })).freeArea[0]?.facts.map((fact) => fact.value)
    expect(factsIn('de')).toEqual([
      'Währenddessen',
      'passt sehr gut',
      'Kammer',
      'Frage',
      'Land B: Rückblick auf eine Kampagne',
      '15. April 2022',
      'Annahme',
      'eID',
    ])
    expect(factsIn('en')).toEqual([
      'During',
      'very good fit',
      'Chamber',
      'question',
      'Land B: Rückblick auf eine Kampagne',
      '15 April 2022',
      'assumption',
      'eID',
    ])
  })

  it('says what the plenary made of an entry: folded into another group’s, or reworded', () => {
    const [a, b] = [aGroup(0), aGroup(1)]
    const [head, folded] = [anItem('head'), anItem('fold')]
    const input = anInput([aBoard({ items: [head] }), aBoard({ items: [folded] })], {
      run: aRun([a, b]),
      entries: [
        aPlenaryEntry(a.id, head, { text: richTextOf('Gemeinsamer Satz') }),
        aPlenaryEntry(b.id, folded, { foldedInto: `${a.id}/${head.id}` }),
      ],
    })
    const model = buildResultsModel(input)
    expect(model.groups[0]?.freeArea[0]?.plenaryWording).toBe('Gemeinsamer Satz')
    expect(model.groups[1]?.freeArea[0]?.foldedInto).toBe('A1')
  })

  it('refers recommendations and arrows to entries that are in the dossier, and drops references to others', () => {
    const item = anItem('one')
    const gone = anId<ItemId>('gone')
    const board = aBoard({
      items: [item],
      recommendations: [aRecommendation('r', { itemIds: [gone, item.id] })],
      sketch: [
        {
          id: anId('s1'),
          type: 'arrow',
          from: { itemId: item.id },
          to: { itemId: gone },
          label: 'führt zu',
          order: 'a',
        },
        { id: anId('s2'), type: 'arrow', from: { itemId: item.id }, to: { itemId: gone }, label: '', order: 'b' },
        { id: anId('s3'), type: 'stroke', points: [0, 0, 1, 1], colour: 'ink', width: 2, order: 'c' },
      ],
    })
    const group = groupOf(anInput([board]))
    expect(group.recommendations[0]?.linked).toEqual([{ itemId: item.id, reference: 'A1' }])
    expect(group.connections).toEqual([{ sketchId: anId('s1'), from: 'A1', to: null, label: 'führt zu' }])
    expect(group.counts.strokes).toBe(1)
  })

  it('names codes and status of what was submitted in every format, also of what was parked since', () => {
    const [one, two, three] = [aRecommendation('r1'), aRecommendation('r2', { state: 'parked' }), aRecommendation('r3')]
    const input = anInput([aBoard({ recommendations: [one, two, three] })])
    const groupId = input.run.groups[0]?.id
    const standings = [
      { key: `${groupId}/${one.id}`, code: 'HE-1-01', status: 'submitted' as const, priority: 2 },
      { key: `${groupId}/${two.id}`, code: 'HE-1-02', status: 'draft' as const, priority: null },
    ]
    const model = buildResultsModel({ ...input, standings })
    const facts = [...(model.groups[0]?.recommendations ?? []), ...(model.groups[0]?.parked.recommendations ?? [])]
      .map(({ facts: own }) => own.filter(({ key }) => ['code', 'status', 'priority'].includes(key)))
      .map((own) => own.map(({ value }) => value))
    expect(facts).toEqual([['HE-1-01', 'eingereicht', '2'], [], ['HE-1-02', 'Entwurf (zurückgezogen)']])
    for (const write of [toHtml, toMarkdown, toCsv, toJson]) {
      for (const code of ['HE-1-01', 'HE-1-02']) expect(write(model).replaceAll('\\', '')).toContain(code)
    }
  })

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        expect(JSON.stringify(buildResultsModel(input))).toBe(JSON.stringify(buildResultsModel(structuredClone(input))))
      }),
      { numRuns: 30 },
    )
  })
})

import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildResultsModel } from './buildResultsModel.ts'
import schema from './results.schema.json' with { type: 'json' }
import { aBoard, aClusteredBoard, aGroup, anInput, aRun } from './testing/aWorkshop.ts'
import { hostileInput } from './testing/hostileWorkshops.ts'
import { expectedReadBack, type ReadBack } from './testing/readBack.ts'
import { toJson } from './toJson.ts'

interface Entry {
  readonly id: string
  readonly text: string
}
interface Recommendation {
  readonly id: string
  readonly title: string
}
interface Results {
  readonly groups: readonly {
    readonly id: string
    readonly canvases: readonly { readonly fields: readonly { readonly entries: readonly Entry[] }[] }[]
    readonly freeArea: readonly Entry[]
    readonly recommendations: readonly Recommendation[]
    readonly parked: { readonly entries: readonly Entry[]; readonly recommendations: readonly Recommendation[] }
  }[]
}

function readBack(json: string): { items: ReadBack[]; recommendations: ReadBack[] } {
  const { groups } = JSON.parse(json) as Results
  const items = groups.flatMap((group) =>
    [
      ...group.canvases.flatMap((canvas) => canvas.fields.flatMap((field) => field.entries)),
      ...group.freeArea,
      ...group.parked.entries,
    ].map((entry) => ({ id: entry.id, groupId: group.id, text: entry.text })),
  )
  const recommendations = groups.flatMap((group) =>
    [...group.recommendations, ...group.parked.recommendations].map((entry) => ({
      id: entry.id,
      groupId: group.id,
      text: entry.title,
    })),
  )
  return { items, recommendations }
}

// Property tests over whole workshops take a while on a busy machine.
describe('the JSON dossier', { timeout: 60_000 }, () => {
  const validate = new Ajv2020({ strict: false }).compile(schema)

  it('gives back every entry and recommendation exactly once, with its text and group, whatever people wrote', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const model = buildResultsModel(input)
        expect(readBack(toJson(model))).toEqual(expectedReadBack(model))
      }),
      { numRuns: 80 },
    )
  })

  it('is valid against the published schema', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        validate(JSON.parse(toJson(buildResultsModel(input))))
        expect(validate.errors).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  it('is refused by the schema when a field is missing or unknown', () => {
    const results = JSON.parse(toJson(buildResultsModel(anInput([aBoard()])))) as Record<string, unknown>
    expect(validate({ ...results, extra: 1 })).toBe(false)
    expect(validate({ ...results, groups: undefined })).toBe(false)
  })

  it('adds head and agreement to each entry; results of earlier versions stay valid', () => {
    const results = JSON.parse(toJson(buildResultsModel(anInput([aClusteredBoard()])))) as Results
    const entries = results.groups[0]!.freeArea as readonly (Entry & Record<string, unknown>)[]
    expect(entries.map(({ clusterHead, agreement }) => [clusterHead, agreement])).toEqual([
      [null, 2],
      ['A1', 0],
      ['A1', 0],
      [null, 1],
    ])
    const earlier = entries.map(({ clusterHead: _head, agreement: _agreement, ...entry }) => entry)
    const groups = [{ ...results.groups[0], freeArea: earlier }]
    expect([validate({ ...results, groups }), validate.errors]).toEqual([true, null])
  })

  it('can stand inside a script element: no angle bracket, ampersand or line separator is left bare', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        expect(toJson(buildResultsModel(input))).not.toMatch(/[<>&\u2028\u2029]/)
      }),
      { numRuns: 50 },
    )
  })

  it('carries the notice on example data', () => {
    const input = anInput([aBoard()], { run: aRun([aGroup(0)], { isExample: true }) })
    expect(JSON.parse(toJson(buildResultsModel(input)))).toMatchObject({
      notice: 'Beispieldaten, frei erfunden',
      workshop: { isExample: true },
    })
  })
})

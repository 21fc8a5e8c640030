import {
  BARRIER_CAUSES,
  LIMITS,
  plainTextOf,
  TEMPLATES,
  type BoardContent,
  type ItemContent,
  type RecommendationContent,
} from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { demoWorkshop, type DemoWorkshop } from './demoWorkshop.ts'

/** Bodies that really exist; the demo must put no word into their mouths. */
const REAL_BODIES =
  /\b(BMI|BMWK|HMWEVW|Hessen|Hesse|Sachsen|Saxony|Bayern|Bavaria|Berlin|Brandenburg|Bremen|Hamburg|Niedersachsen|Saarland|Thüringen|Schleswig|Rheinland|Nordrhein|Baden|Württemberg|Mecklenburg|Anhalt|IHK|HWK|DIHK|DATEV|ELSTER|FITKO|Bundesagentur|Sparkasse|Städtetag|Landkreistag|Deutsche[rs]?)\b/

function itemsOf(content: BoardContent): ItemContent[] {
  return content.canvases.flatMap((canvas) => canvas.items ?? [])
}

function textOf(item: Pick<ItemContent, 'text'>): string {
  return typeof item.text === 'string' ? item.text : plainTextOf(item.text ?? [])
}

function inField(demo: DemoWorkshop, fieldId: string): ItemContent[] {
  return demo.groups.flatMap((group) => itemsOf(group.content).filter((item) => item.fieldId === fieldId))
}

function recommendationsOf(demo: DemoWorkshop): RecommendationContent[] {
  return demo.groups.flatMap((group) => group.content.recommendations ?? [])
}

function everyText(demo: DemoWorkshop): string[] {
  return [
    ...[...demo.groups.map((group) => group.content), demo.common].flatMap((content) => [
      ...itemsOf(content).map(textOf),
      ...(content.freeItems ?? []).map(textOf),
    ]),
    ...demo.groups.flatMap((group) => group.pending.map((idea) => idea.text)),
    ...recommendationsOf(demo).flatMap((entry) => [
      entry.title,
      plainTextOf(entry.description ?? []),
      plainTextOf(entry.rationale ?? []),
      entry.lead ?? '',
      entry.firstStep ?? '',
    ]),
  ]
}

const CODES = new Set(
  'fieldId templateId cause phase channelType level harvestKind evidence kind type horizon until colour'.split(' '),
)

/** The workshop without words and random ids: what both languages must have in common. */
function shapeOf(demo: DemoWorkshop): unknown {
  const numbers = new Map<string, string>()
  const numberOf = (id: string): string => {
    numbers.set(id, numbers.get(id) ?? `#${numbers.size}`)
    return numbers.get(id) ?? ''
  }
  const shape = JSON.stringify(demo, (key, value: unknown) => {
    if (key === 'itemIds') return `#${(value as string[]).map(numberOf).join('')}`
    if (key === 'addressees') return `#${(value as string[]).join(' ')}`
    if (typeof value !== 'string' || value.startsWith('#') || CODES.has(key)) return value
    return /id$/i.test(key) ? numberOf(value) : 'text'
  })
  return JSON.parse(shape)
}

describe.each(['de', 'en'] as const)('the demo workshop in %s', (language) => {
  const demo = demoWorkshop(language)

  it('has twelve organisations, three talks, six target groups and about thirty people', () => {
    expect(new Set(demo.workshop.organisations).size).toBe(12)
    expect(demo.workshop.talks).toHaveLength(3)
    expect(new Set(demo.workshop.targetGroups).size).toBe(6)
    expect(new Set(demo.people.map((person) => person.name)).size).toBe(30)
    for (const person of demo.people) expect(demo.workshop.organisations).toContain(person.organisation)
  })

  it('is marked as an example and dated 3 March 2022', () => {
    expect(demo.workshop.isExample).toBe(true)
    expect(demo.workshop.startsAt.slice(0, 10)).toBe('2022-03-03')
  })

  it('fills six canvases with at least 180 items, all in fields that the template knows', () => {
    const items = demo.groups.flatMap((group) => itemsOf(group.content))
    expect(items.length).toBeGreaterThanOrEqual(180)
    const fields = (TEMPLATES['target-group']?.fields ?? []).map((field) => field.id)
    for (const item of items) expect(fields).toContain(item.fieldId)
    for (const group of demo.groups) {
      for (const fieldId of [
        'goals',
        'needs',
        'benefits',
        'pains',
        'barriers',
        'touchpoints',
        'channels',
        'multipliers',
        'message',
        'questions',
      ]) {
        expect(
          itemsOf(group.content).filter((item) => item.fieldId === fieldId).length,
          `${group.name}: ${fieldId}`,
        ).toBeGreaterThan(0)
      }
    }
  })

  it('types every barrier, touchpoint, channel, multiplier and question, and uses every cause', () => {
    const causes = inField(demo, 'barriers').map((item) => item.attributes?.cause)
    expect(causes).not.toContain(undefined)
    expect(new Set(causes)).toEqual(new Set(BARRIER_CAUSES))
    for (const item of inField(demo, 'touchpoints')) expect(item.attributes?.phase).toBeDefined()
    for (const item of inField(demo, 'channels'))
      expect(item.attributes).toMatchObject({ channelType: expect.any(String), fit: expect.any(Number) })
    for (const item of inField(demo, 'multipliers'))
      expect(item.attributes).toMatchObject({ organisation: expect.any(String), level: expect.any(String) })
    for (const item of inField(demo, 'questions'))
      expect(item.attributes).toMatchObject({
        clarifiedBy: expect.any(String),
        until: expect.stringMatching(/^2022-\d\d-\d\d$/),
      })
  })

  it('keeps key messages within 160 characters, summaries within 300 and items short', () => {
    for (const item of inField(demo, 'message'))
      expect(textOf(item).length).toBeLessThanOrEqual(LIMITS.messageCharacters)
    for (const group of demo.groups) {
      expect(plainTextOf(group.content.canvases[0]?.summary ?? []).length).toBeLessThanOrEqual(LIMITS.summaryCharacters)
      for (const item of itemsOf(group.content)) expect(textOf(item).length).toBeLessThanOrEqual(200)
      for (const idea of group.pending.filter(({ fieldId }) => fieldId === 'message'))
        expect(idea.text.length).toBeLessThanOrEqual(LIMITS.messageCharacters)
    }
  })

  it('fills every head: kind, services and summary', () => {
    for (const group of demo.groups) {
      const [canvas] = group.content.canvases
      expect(canvas?.kind).toBeTruthy()
      expect(canvas?.services?.length).toBeGreaterThan(0)
      expect(plainTextOf(canvas?.summary ?? [])).not.toBe('')
    }
  })

  it('has at least 26 recommendations, each complete and resting on items of its own board', () => {
    const recommendations = recommendationsOf(demo)
    expect(recommendations.length).toBeGreaterThanOrEqual(26)
    expect(new Set(recommendations.map((entry) => entry.title)).size).toBe(recommendations.length)
    for (const group of demo.groups) {
      const ids = itemsOf(group.content).map((item) => item.id)
      for (const entry of group.content.recommendations ?? []) {
        expect(entry.title.length).toBeLessThanOrEqual(LIMITS.titleCharacters)
        expect(entry.itemIds?.length).toBeGreaterThan(0)
        for (const id of entry.itemIds ?? []) expect(ids).toContain(id)
        expect(plainTextOf(entry.rationale ?? [])).not.toBe('')
        expect(entry).toMatchObject({
          addressees: expect.arrayContaining([expect.any(String)]),
          type: expect.any(String),
          effort: expect.any(Number),
          impact: expect.any(Number),
          horizon: expect.any(String),
          firstStep: expect.stringMatching(/\S/),
          lead: expect.stringMatching(/\S/),
          until: expect.stringMatching(/^2022-\d\d-\d\d$/),
        })
      }
    }
  })

  it('harvests at least six entries of practice and questions from every talk', () => {
    for (const talk of demo.workshop.talks) {
      const harvested = itemsOf(demo.common).filter((item) => item.attributes?.talkId === talk.id)
      expect(harvested.length).toBeGreaterThanOrEqual(6)
      expect(new Set(harvested.map((item) => item.attributes?.harvestKind))).toEqual(new Set(['practice', 'question']))
    }
  })

  it('gives every group at least twelve ideas to type live, free notes, arrows and a stroke', () => {
    for (const group of demo.groups) {
      expect(group.pending.length).toBeGreaterThanOrEqual(12)
      expect(group.content.freeItems?.length).toBeGreaterThanOrEqual(2)
      expect(new Set(group.content.sketch?.map((element) => element.type))).toEqual(new Set(['arrow', 'stroke']))
    }
  })

  it('says nothing twice in the same words', () => {
    const texts = everyText(demo).filter((text) => text.length > 45)
    const twice = texts.filter((text, index) => texts.indexOf(text) !== index)
    expect(twice).toEqual([])
  })

  it('puts no word into the mouth of a body that really exists', () => {
    for (const text of everyText(demo)) expect(text).not.toMatch(REAL_BODIES)
    for (const organisation of demo.workshop.organisations)
      expect(organisation).toMatch(/^(Land|State) [A-J]$|^(Bundesressort|Federal ministry) [12]$/)
    for (const talk of demo.workshop.talks) expect(demo.workshop.organisations).toContain(talk.organisation)
  })
})

it('has the same shape in both languages', () => {
  expect(shapeOf(demoWorkshop('en'))).toEqual(shapeOf(demoWorkshop('de')))
})

it('has near-duplicates across groups, so that there is something to fold', () => {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
  const barriers = demoWorkshop('de').groups.map((group) =>
    itemsOf(group.content)
      .filter((item) => item.fieldId === 'barriers')
      .map(textOf),
  )
  const pairs = barriers.flatMap((own, index) =>
    barriers.slice(index + 1).flatMap((others) =>
      own.flatMap((a) =>
        others.filter((b) => {
          const [left, right] = [words(a), words(b)]
          const shared = [...left].filter((word) => right.has(word)).length
          return shared / Math.min(left.size, right.size) >= 0.5 && shared >= 2
        }),
      ),
    ),
  )
  expect(pairs.length).toBeGreaterThanOrEqual(2)
})

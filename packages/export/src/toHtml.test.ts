import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildResultsModel } from './buildResultsModel.ts'
import type { ResultsModel } from './ResultsModel.ts'
import {
  aBoard,
  aCanvas,
  aClusteredBoard,
  anInput,
  anItem,
  aRecommendation,
  aRun,
  aGroup,
} from './testing/aWorkshop.ts'
import { hostileInput } from './testing/hostileWorkshops.ts'
import {
  attributeOf,
  blockTextOf,
  descendants,
  isElement,
  nodesOf,
  textOf,
  type HtmlElement,
} from './testing/htmlTree.ts'
import { expectedReadBack, type ReadBack } from './testing/readBack.ts'
import { toHtml } from './toHtml.ts'

const ELEMENTS = new Set(
  'html head meta title style body a header nav main footer section article h1 h2 h3 h4 p ol ul li dl dt dd div span bdi strong em br table caption thead tbody tr th td'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name class href id tabindex dir rel scope aria-label aria-labelledby data-item-id data-group-id data-recommendation-id'.split(
    ' ',
  ),
)

function elementsOf(html: string): HtmlElement[] {
  return nodesOf(html).filter(isElement)
}

function readBack(html: string): { items: ReadBack[]; recommendations: ReadBack[] } {
  const items: ReadBack[] = []
  const recommendations: ReadBack[] = []
  for (const section of elementsOf(html).filter((element) => attributeOf(element, 'data-group-id') !== null)) {
    const groupId = attributeOf(section, 'data-group-id') ?? ''
    for (const element of descendants(section).filter(isElement)) {
      const itemId = attributeOf(element, 'data-item-id')
      const recommendationId = attributeOf(element, 'data-recommendation-id')
      const partWith = (name: string): HtmlElement | undefined =>
        descendants(element).find((node): node is HtmlElement => isElement(node) && attributeOf(node, 'class') === name)
      if (itemId) items.push({ id: itemId, groupId, text: blockTextOf(partWith('text')?.childNodes ?? []) })
      const title = partWith('title')
      if (recommendationId) recommendations.push({ id: recommendationId, groupId, text: title ? textOf(title) : '' })
    }
  }
  return { items, recommendations }
}

function headingLevels(model: ResultsModel): number[] {
  return elementsOf(toHtml(model)).flatMap((element) =>
    /^h\d$/.test(element.tagName) ? [Number(element.tagName[1])] : [],
  )
}

// Property tests over whole workshops take a while on a busy machine.
describe('the HTML dossier', { timeout: 60_000 }, () => {
  it('gives back every entry and recommendation exactly once, with its text and group, whatever people wrote', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const model = buildResultsModel(input)
        expect(readBack(toHtml(model))).toEqual(expectedReadBack(model))
      }),
      { numRuns: 80 },
    )
  })

  it('contains no element, attribute or address that the exporter did not put there', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        for (const element of elementsOf(toHtml(buildResultsModel(input)))) {
          expect(ELEMENTS).toContain(element.tagName)
          for (const { name, value } of element.attrs) {
            expect(ATTRIBUTES).toContain(name)
            if (name === 'href') expect(value).toMatch(/^(#|https?:|mailto:)/)
          }
        }
      }),
      { numRuns: 80 },
    )
  })

  it('nests a cluster in the entry that it lies under, one level deep', () => {
    const html = toHtml(buildResultsModel(anInput([aClusteredBoard()])))
    const entries = elementsOf(html).filter((element) => attributeOf(element, 'data-item-id') !== null)
    const under = (element: HtmlElement) =>
      descendants(element).filter((node) => isElement(node) && node !== element && attributeOf(node, 'data-item-id'))
    expect(entries.map((entry) => under(entry).length)).toEqual([2, 0, 0, 0])
    const lists = elementsOf(html).filter(({ tagName }) => tagName === 'ol')
    for (const list of lists) {
      expect(list.childNodes.filter(isElement).every(({ tagName }) => tagName === 'li')).toBe(true)
    }
  })

  it('has a heading outline without gaps and one first heading', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const levels = headingLevels(buildResultsModel(input))
        expect(levels.filter((level) => level === 1)).toHaveLength(1)
        levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1))
      }),
      { numRuns: 50 },
    )
  })

  it('names language, title, landmarks and a skip link that leads to the content', () => {
    const elements = elementsOf(toHtml(buildResultsModel(anInput([aBoard()], { language: 'en' }))))
    const named = (tag: string): HtmlElement | undefined => elements.find((element) => element.tagName === tag)
    expect(attributeOf(named('html') as HtmlElement, 'lang')).toBe('en')
    expect(textOf(named('title') as HtmlElement)).toBe('OZG-Marketing – Workshop results')
    expect(attributeOf(named('main') as HtmlElement, 'id')).toBe('content')
    expect(attributeOf(elements.find((element) => element.tagName === 'a') as HtmlElement, 'href')).toBe('#content')
    expect(named('caption')).toBeDefined()
  })

  it('has no two elements with the same id and no link to an id that is missing', () => {
    const item = anItem('one', { canvasId: aCanvas('c').id, fieldId: 'barriers' })
    const board = aBoard({
      canvases: [aCanvas('c')],
      items: [item],
      recommendations: [aRecommendation('r', { itemIds: [item.id] })],
    })
    const elements = elementsOf(toHtml(buildResultsModel(anInput([board, board]))))
    const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements
      .flatMap((element) => attributeOf(element, 'href') ?? [])
      .filter((href) => href.startsWith('#'))
    expect(targets).toContain('#entry-A1')
    for (const target of targets) expect(ids).toContain(target.slice(1))
  })

  it('says on example data that everything is made up, and only there', () => {
    const example = anInput([aBoard()], { run: aRun([aGroup(0)], { isExample: true }) })
    expect(toHtml(buildResultsModel(example))).toContain('Beispieldaten, frei erfunden')
    expect(toHtml(buildResultsModel(anInput([aBoard()])))).not.toContain('frei erfunden')
  })
})

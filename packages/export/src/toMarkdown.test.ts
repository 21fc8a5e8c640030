import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { buildResultsModel } from './buildResultsModel.ts'
import { aBoard, aGroup, anInput, anItem, aRun } from './testing/aWorkshop.ts'
import { hostileInput } from './testing/hostileWorkshops.ts'
import {
  attributeOf,
  blockTextOf,
  isElement,
  nodesOf,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from './testing/htmlTree.ts'
import { expectedReadBack, withoutLayout, type ReadBack } from './testing/readBack.ts'
import { toMarkdown } from './toMarkdown.ts'

/** As a lenient reader shows it: GitHub's extensions, raw HTML let through. */
function rendered(markdown: string): HtmlNode[] {
  return nodesOf(micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }))
}

function commentOf(node: HtmlNode): string {
  return 'data' in node ? node.data.trim() : ''
}

function readBack(markdown: string): { items: ReadBack[]; recommendations: ReadBack[] } {
  const items: ReadBack[] = []
  const recommendations: ReadBack[] = []
  let groupId = ''
  let heading = ''
  for (const node of rendered(markdown)) {
    const [kind, id] = commentOf(node).split(':')
    if (isElement(node) && node.tagName === 'h4') heading = textOf(node).replace(/^\S+\s?/, '')
    if (kind === 'group') groupId = id ?? ''
    if (kind === 'recommendation') recommendations.push({ id: id ?? '', groupId, text: heading })
    if (kind === 'item' && 'parentNode' in node) {
      const entry = (node.parentNode as HtmlElement).parentNode as HtmlElement
      const text = blockTextOf(entry.childNodes.slice(entry.childNodes.indexOf(node.parentNode as HtmlElement) + 1))
      items.push({ id: id ?? '', groupId, text })
    }
  }
  return { items, recommendations }
}

const ELEMENTS = new Set('html head body h1 h2 h3 h4 p ul li strong em a br'.split(' '))

describe('the Markdown dossier', () => {
  it('gives back every entry and recommendation exactly once, with its text and group, whatever people wrote', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const model = buildResultsModel(input)
        const expected = expectedReadBack(model)
        const actual = readBack(toMarkdown(model))
        expect(withoutLayout(actual.items)).toEqual(withoutLayout(expected.items))
        expect(withoutLayout(actual.recommendations)).toEqual(withoutLayout(expected.recommendations))
      }),
      { numRuns: 80 },
    )
  })

  it('lets no text become markup, HTML, an image or a dangerous link', () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        for (const element of rendered(toMarkdown(buildResultsModel(input))).filter(isElement)) {
          expect(ELEMENTS).toContain(element.tagName)
          for (const { name } of element.attrs) expect(name).toBe('href')
          const href = attributeOf(element, 'href')
          if (href !== null) expect(href).toMatch(/^(https?:|mailto:)/)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('keeps bold, italic, lists and links that people set', () => {
    const text = [
      {
        type: 'paragraph',
        runs: [{ text: 'Das ist ' }, { text: 'wichtig', bold: true }, { text: ', ' }, { text: 'sehr', italic: true }],
      },
      { type: 'bullet', runs: [{ text: 'mehr dazu', href: 'https://example.org/a' }] },
    ] as const
    const markdown = toMarkdown(buildResultsModel(anInput([aBoard({ items: [anItem('one', { text })] })])))
    expect(markdown).toContain('Das ist **wichtig**, *sehr*')
    expect(markdown).toContain('- [mehr dazu](<https://example.org/a>)')
  })

  it('says on example data that everything is made up', () => {
    const example = anInput([aBoard()], { language: 'en', run: aRun([aGroup(0)], { isExample: true }) })
    expect(toMarkdown(buildResultsModel(example))).toContain('**Example data, entirely made up**')
  })
})

import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { buildResultsModel } from './buildResultsModel.ts'
import { aBoard, aClusteredBoard, aGroup, anInput, anItem, aRun } from './testing/aWorkshop.ts'
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

/** Kind and id of an anchor that the exporter put there. */
function anchorOf(node: HtmlNode): readonly [kind: string, id: string] | null {
  const match = isElement(node) ? /^(group|item|recommendation)-(.*)$/.exec(attributeOf(node, 'id') ?? '') : null
  return match ? [match[1] as string, match[2] as string] : null
}

function readBack(markdown: string): { items: ReadBack[]; recommendations: ReadBack[] } {
  const items: ReadBack[] = []
  const recommendations: ReadBack[] = []
  let groupId = ''
  for (const node of rendered(markdown)) {
    const anchor = anchorOf(node)
    if (!anchor || !isElement(node)) continue
    const [kind, id] = anchor
    const line = node.parentNode as HtmlElement
    if (kind === 'group') groupId = id
    if (kind === 'recommendation') recommendations.push({ id, groupId, text: textOf(line).replace(/^\S+\s?/, '') })
    if (kind === 'item') {
      const siblings = (line.parentNode as HtmlElement).childNodes
      items.push({ id, groupId, text: blockTextOf(siblings.slice(siblings.indexOf(line) + 1)) })
    }
  }
  return { items, recommendations }
}

const ELEMENTS = new Set('html head body h1 h2 h3 h4 p ul li strong em a br'.split(' '))

// Property tests over whole workshops take a while on a busy machine.
describe('the Markdown dossier', { timeout: 60_000 }, () => {
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
          for (const { name } of element.attrs) expect(name).toBe(anchorOf(element) ? 'id' : 'href')
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

  it('names the head of each entry that lies in a cluster', () => {
    const markdown = toMarkdown(buildResultsModel(anInput([aClusteredBoard()])))
    expect(markdown).toContain('**A1** Art: Frage · Wolke: 2 Zettel darunter · Das frage ich auch: 2')
    expect(markdown.match(/\*\*A[23]\*\* in der Wolke von A1/g)).toHaveLength(2)
  })

  it('says on example data that everything is made up', () => {
    const example = anInput([aBoard()], { language: 'en', run: aRun([aGroup(0)], { isExample: true }) })
    expect(toMarkdown(buildResultsModel(example))).toContain('**Example data, entirely made up**')
  })
})

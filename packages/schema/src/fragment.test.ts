import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { isKnownText, readFragment, writeFragment, writeShortText } from './fragment.ts'
import { plainTextOf, richTextOf, type RichText } from './RichText.ts'
import { normaliseRichText } from './text.ts'

function twoFragments(text: RichText): { a: Y.XmlFragment; b: Y.XmlFragment; sync: () => void } {
  const [left, right] = [new Y.Doc(), new Y.Doc()]
  const [a, b] = [left.getXmlFragment('t'), right.getXmlFragment('t')]
  const sync = (): void => {
    Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
    Y.applyUpdate(left, Y.encodeStateAsUpdate(right))
  }
  writeFragment(a, text)
  sync()
  return { a, b, sync }
}

const marked: RichText = [
  {
    type: 'paragraph',
    runs: [
      { text: 'Siehe ' },
      { text: 'hier', bold: true, href: 'https://example.org' },
      { text: '\n' },
      { text: 'unten', italic: true },
    ],
  },
  { type: 'bullet', runs: [{ text: 'eins' }] },
  { type: 'bullet', runs: [] },
  { type: 'paragraph', runs: [{ text: 'Ende' }] },
]

const runs = fc.array(
  fc.record(
    {
      text: fc.constantFrom('a', 'bc', 'ü', '👶', 'x\ny', ''),
      bold: fc.constant(true as const),
      italic: fc.constant(true as const),
    },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 4 },
)
const richTexts = fc.array(fc.record({ type: fc.constantFrom('paragraph' as const, 'bullet' as const), runs }), {
  maxLength: 5,
})

describe('rich text in a fragment', () => {
  test('[T2] reads back as it was written', () => {
    const { b } = twoFragments(marked)
    expect(readFragment(b)).toEqual({ text: normaliseRichText(marked), skipped: 0 })
    expect(isKnownText(b)).toBe(true)
  })

  test('[T2] any text can be turned into any other', () => {
    fc.assert(
      fc.property(richTexts, richTexts, (before, after) => {
        const { a } = twoFragments(before)
        expect(readFragment(a).text).toEqual(normaliseRichText(before))
        writeFragment(a, after)
        expect(readFragment(a).text).toEqual(normaliseRichText(after))
        expect(isKnownText(a)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('[T3] what two people type in one paragraph at once both stays', () => {
    const { a, b, sync } = twoFragments(richTextOf('Das Formular ist lang'))
    writeFragment(a, richTextOf('Das neue Formular ist lang'))
    writeFragment(b, richTextOf('Das Formular ist zu lang'))
    sync()
    expect(plainTextOf(readFragment(a).text)).toBe('Das neue Formular ist zu lang')
    expect(readFragment(b)).toEqual(readFragment(a))
  })

  test('[T3] a change of one block leaves what others type in another', () => {
    const { a, b, sync } = twoFragments(richTextOf('oben\nunten'))
    writeFragment(a, [...richTextOf('oben neu'), ...richTextOf('unten')])
    writeFragment(b, richTextOf('oben\nunten anders'))
    sync()
    expect(plainTextOf(readFragment(a).text)).toBe('oben neu\nunten anders')
  })

  test('[T4] what is not ours is skipped, counted and not handed to an editor', () => {
    const ydoc = new Y.Doc()
    const fragment = ydoc.getXmlFragment('t')
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    text.insert(0, 'klick', { link: { href: 'javascript:alert(1)' }, blink: {} })
    text.insertEmbed(5, { image: 'x' })
    paragraph.insert(0, [text, new Y.XmlElement('video')])
    fragment.insert(0, [paragraph, new Y.XmlElement('script'), new Y.XmlElement('bulletList')])
    expect(readFragment(fragment)).toEqual({ text: [{ type: 'paragraph', runs: [{ text: 'klick' }] }], skipped: 6 })
    expect(isKnownText(fragment)).toBe(false)
    writeFragment(fragment, richTextOf('neu'))
    expect(plainTextOf(readFragment(fragment).text)).toBe('neu')
    expect(isKnownText(fragment)).toBe(true)
  })

  test('[T4] a list that an editor would repair by deleting is not handed to it, but read', () => {
    const fragment = new Y.Doc().getXmlFragment('t')
    const [list, item, inner, deep, paragraph] = ['bulletList', 'listItem', 'bulletList', 'listItem', 'paragraph'].map(
      (name) => new Y.XmlElement(name),
    ) as [Y.XmlElement, Y.XmlElement, Y.XmlElement, Y.XmlElement, Y.XmlElement]
    paragraph.insert(0, [new Y.XmlText('tief')])
    deep.insert(0, [paragraph])
    inner.insert(0, [deep])
    item.insert(0, [inner])
    list.insert(0, [item])
    fragment.insert(0, [list])
    expect(isKnownText(fragment)).toBe(false)
    expect(plainTextOf(readFragment(fragment).text)).toBe('tief')
  })

  test('[T4] a nesting without end is cut off, not followed', () => {
    const fragment = new Y.Doc().getXmlFragment('t')
    let parent: Y.XmlFragment = fragment
    for (let depth = 0; depth < 60; depth++) {
      const child = new Y.XmlElement(depth % 2 === 0 ? 'bulletList' : 'listItem')
      parent.insert(0, [child])
      parent = child
    }
    expect(readFragment(fragment).skipped).toBeGreaterThan(0)
  })
})

test('[T3] a short text changes by the smallest splice and never cuts an emoji in two', () => {
  const pairs = fc.tuple(
    fc.array(fc.constantFrom('a', 'b', '👶', '👍')),
    fc.array(fc.constantFrom('a', 'b', '👶', '👍')),
  )
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const text = new Y.Doc().getText('t')
      text.insert(0, before.join(''))
      const deltas: { insert?: unknown }[] = []
      text.observe((event) => deltas.push(...(event.delta as { insert?: unknown }[])))
      writeShortText(text, after.join(''))
      expect(text.toJSON()).toBe(after.join(''))
      for (const { insert } of deltas) if (typeof insert === 'string') expect(insert.isWellFormed()).toBe(true)
    }),
  )
})

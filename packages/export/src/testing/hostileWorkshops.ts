import type { Item, RichText, SeatId, TextRun } from '@tafelrunde/schema/plain'
import { plainTextOf, TEMPLATES } from '@tafelrunde/schema/plain'
import fc from 'fast-check'
import type { ResultsInput } from '../ResultsModel.ts'
import { aBoard, aCanvas, aGroup, anInput, anItem, aRecommendation, aRun } from './aWorkshop.ts'

/** Texts that have broken other exporters, written as a raw client could. */
export const HOSTILE_TEXTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style></textarea><svg/onload=alert(1)>',
  '<a id="item-tforged00000000000000"></a>',
  '<!-- comment -->',
  '-->',
  ']]>',
  '=HYPERLINK("http://example.org","x")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A2)',
  '\t=1+1',
  '＝1+1',
  '[click](javascript:alert(1))',
  '![x](http://example.org/x.png)',
  '[ref]: javascript:alert(1)',
  '<javascript:alert(1)>',
  'http://example.org www.example.org a@example.org',
  '# heading',
  '1. list',
  '1) list',
  '- list',
  '+ list',
  '> quote',
  '    code',
  '```\ncode\n```',
  '~~~\ncode',
  '***',
  'line\n===',
  'line\n---',
  '| a | b |\n|---|---|',
  '[^1] footnote',
  '**bold** _italic_ ~~struck~~ `code` $x$',
  '&lt;b&gt; &amp; &#60;i&#62; &copy;',
  '\u202eevil\u202c txt.exe',
  '\u2066\u2067open isolates',
  '\u2069\u2069closes what it did not open',
  '\u0000\u0007\u001b[31mred',
  '\ud800 lone \udfff',
  '\u2028line\u2029separators\u0085x',
  'a"b,c;d\r\ne',
  "'already quoted",
  '__proto__',
  'trailing backslash \\',
  '\\<b>',
  '{{ template }} ${x} <%= x %>',
] as const

const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...HOSTILE_TEXTS), fc.constantFrom(...HOSTILE_TEXTS))
      .map((pair) => pair.join(' ')),
  },
)

const run: fc.Arbitrary<TextRun> = fc
  .record({
    text: hostileText,
    isBold: fc.boolean(),
    isItalic: fc.boolean(),
    href: fc.constantFrom(
      undefined,
      'javascript:alert(1)',
      'https://example.org/a_(b)?c="d"&e=<f>',
      'mailto:a@example.org',
      'data:text/html,x',
    ),
  })
  .map(({ text, isBold, isItalic, href }) => ({
    text,
    ...(isBold ? { bold: true as const } : {}),
    ...(isItalic ? { italic: true as const } : {}),
    ...(href ? { href } : {}),
  }))

/** Rich text with nested and adjacent marks, links of every kind and hostile text. */
export const hostileRichText: fc.Arbitrary<RichText> = fc.array(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'bullet' as const), runs: fc.array(run, { maxLength: 4 }) }),
  { maxLength: 4 },
)

const FIELD_IDS = [...(TEMPLATES['target-group']?.fields ?? []).map((field) => field.id), 'gone', 'free']

function item(name: string, names: readonly string[]): fc.Arbitrary<Item> {
  return fc
    .record({
      text: hostileRichText,
      onCanvas: fc.constantFrom('c1', 'c2', 'bin', null),
      fieldId: fc.constantFrom(...FIELD_IDS),
      order: fc.string({ maxLength: 3 }),
      state: fc.constantFrom('active' as const, 'active' as const, 'parked' as const, 'deleted' as const),
      tags: fc.array(hostileText, { maxLength: 2 }),
      sourceUrl: fc.constantFrom(null, 'javascript:alert(1)', 'https://example.org/?a="b"', 'nonsense'),
      organisation: hostileText,
      clarifiedBy: hostileText,
      headId: fc.constantFrom(null, ...names.map((other) => anItem(other).id), anItem('gone').id),
      agreedBy: fc.array(hostileText, { maxLength: 3 }),
      harvestKind: fc.constantFrom('question' as const, 'practice' as const),
    })
    .map(({ onCanvas, organisation, clarifiedBy, harvestKind, agreedBy, ...rest }) =>
      anItem(name, {
        ...rest,
        plainText: plainTextOf(rest.text),
        canvasId: onCanvas ? aCanvas(onCanvas).id : null,
        agreedBy: agreedBy as string[] as SeatId[],
        attributes: { organisation, clarifiedBy, harvestKind, cause: 'language' },
      }),
    )
}

function recommendation(name: string, itemNames: readonly string[]): fc.Arbitrary<ReturnType<typeof aRecommendation>> {
  return fc
    .record({
      title: hostileText,
      description: hostileRichText,
      rationale: hostileRichText,
      lead: hostileText,
      firstStep: hostileText,
      risks: hostileText,
      examples: fc.array(hostileText, { maxLength: 2 }),
      until: hostileText,
      state: fc.constantFrom('active' as const, 'parked' as const, 'deleted' as const),
    })
    .map((parts) => aRecommendation(name, { ...parts, itemIds: itemNames.map((itemName) => anItem(itemName).id) }))
}

/** Whole workshops: several groups, two canvases and one in the bin each, hostile text wherever people can write. */
export const hostileInput: fc.Arbitrary<ResultsInput> = fc
  .integer({ min: 1, max: 3 })
  .chain((groups) =>
    fc.tuple(
      ...Array.from({ length: groups }, (_, group) => {
        const names = Array.from({ length: 5 }, (__, index) => `g${group}i${index}`)
        return fc.record({
          title: hostileText,
          items: fc.tuple(...names.map((name) => item(name, names))),
          recommendations: fc.tuple(recommendation(`g${group}r0`, names), recommendation(`g${group}r1`, names)),
          name: hostileText,
        })
      }),
    ),
  )
  .chain((boards) =>
    fc.record({
      boards: fc.constant(boards),
      title: hostileText,
      language: fc.constantFrom('de' as const, 'en' as const),
      isExample: fc.boolean(),
    }),
  )
  .map(({ boards, title, language, isExample }) =>
    anInput(
      boards.map((board) =>
        aBoard({
          canvases: [aCanvas('c1', { title: board.title }), aCanvas('c2'), aCanvas('bin', { state: 'deleted' })],
          items: board.items,
          recommendations: board.recommendations,
        }),
      ),
      {
        language,
        run: aRun(
          boards.map((board, index) => aGroup(index, { name: board.name, topic: board.name })),
          { title, isExample },
        ),
      },
    ),
  )

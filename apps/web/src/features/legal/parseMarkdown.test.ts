import { describe, expect, test } from 'vitest'
import { parseMarkdown } from './parseMarkdown.ts'

const text = (value: string) => ({ type: 'text', text: value })

describe('parseMarkdown', () => {
  test('reads headings, paragraphs and lists, with or without blank lines between them', () => {
    expect(parseMarkdown('# Impressum\nLand A\nReferat 1\n\n## Kontakt\n\n- Telefon\n- Post')).toEqual([
      { type: 'heading', level: 1, parts: [text('Impressum')] },
      { type: 'paragraph', parts: [text('Land A Referat 1')] },
      { type: 'heading', level: 2, parts: [text('Kontakt')] },
      { type: 'list', items: [[text('Telefon')], [text('Post')]] },
    ])
  })

  test('breaks a line that ends with two blanks', () => {
    expect(parseMarkdown('Land A  \nReferat 1')).toEqual([
      { type: 'paragraph', parts: [text('Land A'), { type: 'break' }, text('Referat 1')] },
    ])
  })

  test('reads bold text and links', () => {
    expect(parseMarkdown('**Wichtig:** [Seite](https://a.example/b) <mailto:a@b.example>')).toEqual([
      {
        type: 'paragraph',
        parts: [
          { type: 'bold', text: 'Wichtig:' },
          text(' '),
          { type: 'link', text: 'Seite', href: 'https://a.example/b' },
          text(' '),
          { type: 'link', text: 'a@b.example', href: 'mailto:a@b.example' },
        ],
      },
    ])
  })

  test('makes no link of an address that could run something', () => {
    expect(parseMarkdown('[hier](javascript:alert)')).toEqual([{ type: 'paragraph', parts: [text('hier')] }])
    expect(parseMarkdown('<script>x</script>')).toEqual([{ type: 'paragraph', parts: [text('<script>x</script>')] }])
  })
})

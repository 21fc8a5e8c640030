import type { RichText, RichTextBlock, TextRun } from '@tafelrunde/schema/plain'
import { followableHref } from '../readableText.ts'
import { escapeLineStart, escapeMarkdown } from './escapeMarkdown.ts'

/**
 * Rich text as Markdown blocks, to be indented under what it belongs to: paragraphs, then bullets as a nested list.
 * A blank paragraph is left out, Markdown has none.
 */
export function richTextMarkdown(text: RichText): string {
  const parts: string[] = []
  let previous: RichTextBlock['type'] | null = null
  for (const block of text) {
    const lines = blockLines(block)
    if (lines === '') continue
    const separator = previous === 'bullet' && block.type === 'bullet' ? '\n' : '\n\n'
    if (previous !== null) parts.push(separator)
    parts.push(block.type === 'bullet' ? `- ${lines.replaceAll('\n', '\n  ')}` : lines)
    previous = block.type
  }
  return parts.join('')
}

function blockLines(block: RichTextBlock): string {
  const lines = ['']
  let mayMark = true
  for (const run of block.runs) {
    run.text.split('\n').forEach((piece, index) => {
      if (index > 0) {
        lines.push('')
        mayMark = true
      }
      const written = runMarkdown({ ...run, text: piece }, mayMark)
      lines.push(`${lines.pop() ?? ''}${written.text}`)
      if (piece !== '') mayMark = !written.isMarked
    })
  }
  // A backslash before the line break is Markdown's hard break.
  return lines
    .map(escapeLineStart)
    .filter((line) => line !== '')
    .join('\\\n')
}

/** A word: what may stand inside emphasis marks in every context. */
const WORDLIKE = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u

/** Marks that touch the marks of the run before would be read as one; those are left out (`mayMark`). */
function runMarkdown(run: TextRun, mayMark: boolean): { readonly text: string; readonly isMarked: boolean } {
  const href = followableHref(run.href)
  const text = escapeMarkdown(run.text)
  const mark = mayMark && WORDLIKE.test(run.text) ? `${run.bold ? '**' : ''}${run.italic ? '*' : ''}` : ''
  const emphasised = `${mark}${text}${mark}`
  return { text: href ? linkMarkdown(emphasised, href) : emphasised, isMarked: mark !== '' && !href }
}

/** A link whose text is Markdown already. */
export function linkMarkdown(inner: string, href: string): string {
  const target = href.replace(/[\\<>()\s]/g, (character) => encodeURIComponent(character).replace(/[()]/g, percent))
  return inner.trim() === '' ? '' : `[${inner}](<${target.replaceAll('&', '&amp;')}>)`
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`
}

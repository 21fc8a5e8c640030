import type { RichText, RichTextBlock, TextRun } from '@tafelrunde/schema/plain'
import { followableHref } from '../readableText.ts'
import { escapeHtml } from './escapeHtml.ts'

/** Rich text as paragraphs and lists; everything that is not one of our marks is text. */
export function richTextHtml(text: RichText): string {
  const parts: string[] = []
  let bullets: string[] = []
  const closeList = (): void => {
    if (bullets.length > 0) parts.push(`<ul>${bullets.join('')}</ul>`)
    bullets = []
  }
  for (const block of text) {
    if (block.type === 'bullet') bullets.push(`<li>${runsHtml(block)}</li>`)
    else {
      closeList()
      parts.push(`<p>${runsHtml(block)}</p>`)
    }
  }
  closeList()
  return parts.join('')
}

function runsHtml(block: RichTextBlock): string {
  return block.runs.map(runHtml).join('')
}

function runHtml(run: TextRun): string {
  let html = escapeHtml(run.text).replaceAll('\n', '<br>')
  if (run.italic) html = `<em>${html}</em>`
  if (run.bold) html = `<strong>${html}</strong>`
  const href = followableHref(run.href)
  return href ? linkHtml(href, html) : html
}

/** A link that tells the target nothing about the dossier. `inner` is HTML already. */
export function linkHtml(href: string, inner: string): string {
  return `<a href="${escapeHtml(href)}" rel="noopener noreferrer nofollow">${inner}</a>`
}

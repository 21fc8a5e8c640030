import type { RichText, TextRun } from '@tafelrunde/schema/plain'

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g
/** Embeddings and overrides; isolates (U+2066–2069) stay, balanced. They turn "gpj.exe" into "exe.jpg". */
const BIDI_OVERRIDE = /[\u202a-\u202e]/g
const ISOLATE = /[\u2066-\u2069]/g

/**
 * Text as every export may show it: one kind of line break, no control characters, no lone surrogates, no direction
 * overrides, and every isolate closed, so that no entry can change how its neighbours are read. Idempotent.
 */
export function readableText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .replace(BIDI_OVERRIDE, '')
  return clean.split('\n').map(balanceIsolates).join('\n')
}

/** `readableText` on one line, without white space at its ends. */
export function readableLine(text: string): string {
  return readableText(text).replace(/\s+/g, ' ').trim()
}

/** `readableText` for every run; links to anything but http, https and mailto become plain text. */
export function readableRichText(text: RichText): RichText {
  return text.map((block) => ({ type: block.type, runs: block.runs.map(readableRun).filter((run) => run.text !== '') }))
}

/** The address in its normal form if a reader may follow it (http, https, mailto), else null. */
export function followableHref(href: string | null | undefined): string | null {
  if (!href || !URL.canParse(href)) return null
  const url = new URL(href)
  return url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'mailto:' ? url.href : null
}

function readableRun(run: TextRun): TextRun {
  const href = followableHref(run.href)
  return {
    text: readableText(run.text),
    ...(run.bold ? { bold: true as const } : {}),
    ...(run.italic ? { italic: true as const } : {}),
    ...(href ? { href } : {}),
  }
}

function balanceIsolates(line: string): string {
  let open = 0
  const kept = line.replace(ISOLATE, (mark) => {
    if (mark !== '\u2069') open += 1
    else if (open === 0) return ''
    else open -= 1
    return mark
  })
  return kept + '\u2069'.repeat(open)
}

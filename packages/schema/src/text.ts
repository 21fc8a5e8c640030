import type { RichText, RichTextBlock, TextRun } from './RichText.ts'

/** Fast path: printable ASCII and Latin letters are in normal form already. */
const NEEDS_WORK = /[^\t\n -~\u00a0-\u02ff]/
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g
/** Control characters, bidirectional embeddings and overrides, noncharacters, and (with `u`) lone surrogates. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\ufffe\uffff]|\p{Cs}/gu
const ISOLATE_CONTROLS = /[\u2066-\u2069]/

/**
 * The one form in which text is stored and read: NFC, line breaks as `\n`, no control characters but tab and newline,
 * no lone surrogates, no bidirectional embeddings or overrides, and isolates closed on their line, so that a text
 * cannot turn around what stands beside it (UAX #9). Idempotent.
 */
export function normaliseText(text: string): string {
  if (!NEEDS_WORK.test(text)) return text
  const clean = text.replace(LINE_BREAKS, '\n').replace(FORBIDDEN, '')
  const closed = ISOLATE_CONTROLS.test(clean) ? clean.split('\n').map(closeIsolates).join('\n') : clean
  return closed.normalize('NFC')
}

/** As `normaliseText`, on one line: tabs and line breaks become spaces, ends are kept as typed. */
export function normaliseLine(text: string): string {
  return normaliseText(text).replace(/[\t\n]+/g, ' ')
}

/** The first `maxCharacters` of a text, without cutting a character in two. */
export function cutText(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text
  const end = /[\ud800-\udbff]/.test(text.charAt(maxCharacters - 1)) ? maxCharacters - 1 : maxCharacters
  return text.slice(0, end)
}

function closeIsolates(line: string): string {
  let open = 0
  let result = ''
  for (const character of line) {
    if (character >= '\u2066' && character <= '\u2068') open++
    if (character === '\u2069') {
      if (open === 0) continue
      open--
    }
    result += character
  }
  return result + '\u2069'.repeat(open)
}

/** Only links that open a page or a mail; everything else (`javascript:`, `data:` …) is null. */
export function safeUrl(url: unknown): string | null {
  if (typeof url !== 'string') return null
  const clean = normaliseLine(url).trim()
  return /^(https?:\/\/[^\s]+|mailto:[^\s]+)$/i.test(clean) && clean.length <= 2_000 ? clean : null
}

/**
 * Normalised rich text: runs without text dropped, equal neighbours joined, unsafe links removed, hard breaks without
 * marks.
 */
export function normaliseRichText(text: RichText): RichText {
  const blocks = text.map((block): RichTextBlock => ({ type: block.type, runs: normaliseRuns(block.runs) }))
  const isEmpty = blocks.every((block) => block.type === 'paragraph' && block.runs.length === 0)
  return isEmpty && blocks.length <= 1 ? [] : blocks
}

function normaliseRuns(runs: readonly TextRun[]): TextRun[] {
  const result: TextRun[] = []
  for (const run of runs) {
    const marks = { bold: run.bold === true, italic: run.italic === true, href: safeUrl(run.href) }
    for (const part of normaliseText(run.text).split(/(\n)/)) {
      if (part === '') continue
      const next = part === '\n' ? { text: part } : runOf(part, marks)
      const last = result.at(-1)
      if (last && hasSameMarks(last, next)) result[result.length - 1] = { ...last, text: last.text + next.text }
      else result.push(next)
    }
  }
  return result
}

/** A run with only the marks that it has, in fixed key order. */
export function runOf(text: string, marks: { bold: boolean; italic: boolean; href: string | null }): TextRun {
  return {
    text,
    ...(marks.bold ? { bold: true as const } : {}),
    ...(marks.italic ? { italic: true as const } : {}),
    ...(marks.href === null ? {} : { href: marks.href }),
  }
}

/** Whether two runs would look the same beside each other. */
export function hasSameMarks(a: TextRun, b: TextRun): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href
}

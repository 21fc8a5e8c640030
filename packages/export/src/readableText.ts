import { normaliseText, type RichText, type TextRun } from '@tafelrunde/schema/plain'

/** A text on one line, without white space at its ends; normalised, as the schema does with what people type. */
export function readableLine(text: string): string {
  return normaliseText(text).replace(/\s+/g, ' ').trim()
}

/** Rich text with every run normalised, whoever made the snapshot; links to anything but http, https and mailto become plain text. */
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
    text: normaliseText(run.text),
    ...(run.bold ? { bold: true as const } : {}),
    ...(run.italic ? { italic: true as const } : {}),
    ...(href ? { href } : {}),
  }
}

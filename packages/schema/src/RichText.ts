/** A piece of text with one set of marks. `href` is https, http or mailto. A hard break is `\n` inside the text. */
export interface TextRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly href?: string
}

/** A paragraph or a bullet; consecutive bullets form one list. */
export interface RichTextBlock {
  readonly type: 'paragraph' | 'bullet'
  readonly runs: readonly TextRun[]
}

/** Rich text as plain JSON: the form of an XmlFragment that snapshots, exports and operations use. */
export type RichText = readonly RichTextBlock[]

/** The text without marks, blocks joined by a line feed. */
export function plainTextOf(text: RichText): string {
  return text.map((block) => block.runs.map((run) => run.text).join('')).join('\n')
}

/** Rich text of a plain one: each line a paragraph; the empty string has no blocks. */
export function richTextOf(plain: string): RichText {
  if (plain === '') return []
  return plain.split(/\r\n?|\n/).map((line) => ({ type: 'paragraph', runs: line === '' ? [] : [{ text: line }] }))
}

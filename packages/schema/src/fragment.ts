import * as Y from 'yjs'
import type { RichText, RichTextBlock, TextRun } from './RichText.ts'
import { hasSameMarks, normaliseRichText, runOf, safeUrl } from './text.ts'

/** Rich text read from a fragment, and how many parts of it are not ours. */
export interface FragmentReading {
  readonly text: RichText
  readonly skipped: number
}

/** Read a fragment as plain rich text. Unknown nodes and marks are skipped and counted; never throws. */
export function readFragment(fragment: Y.XmlFragment): FragmentReading {
  const blocks: RichTextBlock[] = []
  const skipped = readBlocks(fragment, { blocks, parent: 'text', type: 'paragraph', depth: 0 })
  return { text: normaliseRichText(blocks), skipped }
}

/**
 * Whether an editor with our schema can show the fragment completely. An editor deletes what it does not know when it
 * mounts, so a fragment that is not known has to be shown as read-only text.
 */
export function isKnownText(fragment: Y.XmlFragment): boolean {
  return readBlocks(fragment, { blocks: [], parent: 'text', type: 'paragraph', depth: 0 }) === 0
}

interface BlockSink {
  readonly blocks: RichTextBlock[]
  readonly parent: 'text' | 'bulletList' | 'listItem'
  readonly type: RichTextBlock['type']
  readonly depth: number
}

const MAX_DEPTH = 12
const CHILDREN: Readonly<Record<BlockSink['parent'], readonly string[]>> = {
  text: ['paragraph', 'bulletList'],
  bulletList: ['listItem'],
  listItem: ['paragraph', 'bulletList'],
}

function readBlocks(parent: Y.XmlFragment, sink: BlockSink): number {
  let skipped = sink.parent !== 'text' && parent.length === 0 ? 1 : 0
  for (const [index, node] of parent.toArray().entries()) {
    if (!(node instanceof Y.XmlElement) || sink.depth > MAX_DEPTH) {
      skipped++
      continue
    }
    const isMisplaced = sink.parent === 'listItem' && index === 0 && node.nodeName !== 'paragraph'
    if (isMisplaced || !CHILDREN[sink.parent].includes(node.nodeName)) skipped++
    if (node.nodeName === 'paragraph') {
      const reading = readRuns(node)
      sink.blocks.push({ type: sink.type, runs: reading.runs })
      skipped += reading.skipped
    } else if (node.nodeName === 'bulletList' || node.nodeName === 'listItem') {
      const type = node.nodeName === 'listItem' ? 'bullet' : sink.type
      skipped += readBlocks(node, { blocks: sink.blocks, parent: node.nodeName, type, depth: sink.depth + 1 })
    }
  }
  return skipped
}

function readRuns(paragraph: Y.XmlElement): { runs: TextRun[]; skipped: number } {
  const runs: TextRun[] = []
  let skipped = 0
  for (const node of paragraph.toArray()) {
    if (node instanceof Y.XmlText) {
      for (const part of node.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
        if (typeof part.insert !== 'string') {
          skipped++
          continue
        }
        const { marks, unknown } = readMarks(part.attributes ?? {})
        skipped += unknown
        runs.push(runOf(part.insert, marks))
      }
    } else if (node instanceof Y.XmlElement && node.nodeName === 'hardBreak') {
      runs.push({ text: '\n' })
      skipped += node.length
    } else {
      skipped++
    }
  }
  return { runs, skipped }
}

function readMarks(attributes: Record<string, unknown>): {
  marks: { bold: boolean; italic: boolean; href: string | null }
  unknown: number
} {
  const marks = { bold: false, italic: false, href: null as string | null }
  let unknown = 0
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue
    if (name === 'bold') marks.bold = true
    else if (name === 'italic') marks.italic = true
    else if (name === 'link') {
      marks.href = safeUrl((value as { href?: unknown }).href)
      if (marks.href === null) unknown++
    } else unknown++
  }
  return { marks, unknown }
}

/**
 * Make the fragment say `text`, changing as little as possible, so that what others type at the same time in other
 * blocks, or in another part of the only changed one, stays.
 */
export function writeFragment(fragment: Y.XmlFragment, text: RichText): void {
  const next = nodesOf(normaliseRichText(text))
  const current = isKnownText(fragment) ? nodesOf(readFragment(fragment).text) : null
  if (current === null || current.length !== fragment.length) {
    fragment.delete(0, fragment.length)
    fragment.insert(0, next.map(elementOf))
    return
  }
  let start = 0
  while (start < current.length && start < next.length && isSameNode(current[start], next[start])) start++
  let tail = 0
  while (
    tail < current.length - start &&
    tail < next.length - start &&
    isSameNode(current.at(-1 - tail), next.at(-1 - tail))
  ) {
    tail++
  }
  const replaced = current.length - start - tail
  const inserted = next.slice(start, next.length - tail)
  if (replaced === 1 && inserted.length === 1 && spliceParagraph(fragment.get(start), inserted[0] as TextNode)) return
  if (replaced > 0) fragment.delete(start, replaced)
  if (inserted.length > 0) fragment.insert(start, inserted.map(elementOf))
}

/** A new fragment's content; use it before the fragment is in a document. */
export function fragmentOf(text: RichText): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  fragment.insert(0, nodesOf(normaliseRichText(text)).map(elementOf))
  return fragment
}

/** A top-level node: one paragraph, or a list of bullets. */
type TextNode = readonly [RichTextBlock, ...RichTextBlock[]]

function nodesOf(text: RichText): TextNode[] {
  const nodes: [RichTextBlock, ...RichTextBlock[]][] = []
  for (const block of text) {
    const last = nodes.at(-1)
    if (block.type === 'bullet' && last?.[0].type === 'bullet') last.push(block)
    else nodes.push([block])
  }
  return nodes
}

function isSameNode(a: TextNode | undefined, b: TextNode | undefined): boolean {
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b)
}

function elementOf(node: TextNode): Y.XmlElement {
  if (node[0].type === 'paragraph') return paragraphOf(node[0].runs)
  const list = new Y.XmlElement('bulletList')
  list.insert(
    0,
    node.map((block) => {
      const item = new Y.XmlElement('listItem')
      item.insert(0, [paragraphOf(block.runs)])
      return item
    }),
  )
  return list
}

function paragraphOf(runs: readonly TextRun[]): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  const children: (Y.XmlText | Y.XmlElement)[] = []
  let delta: { insert: string; attributes: Record<string, unknown> }[] = []
  const flush = (): void => {
    if (delta.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(delta)
    children.push(text)
    delta = []
  }
  for (const run of runs) {
    for (const [index, line] of run.text.split('\n').entries()) {
      if (index > 0) {
        flush()
        children.push(new Y.XmlElement('hardBreak'))
      }
      if (line !== '') delta.push({ insert: line, attributes: attributesOf(run) })
    }
  }
  flush()
  paragraph.insert(0, children)
  return paragraph
}

function attributesOf(run: TextRun): Record<string, unknown> {
  return {
    ...(run.bold ? { bold: {} } : {}),
    ...(run.italic ? { italic: {} } : {}),
    ...(run.href === undefined ? {} : { link: { href: run.href } }),
  }
}

/** Change a paragraph in place by one splice; false when its structure does not allow that. */
function spliceParagraph(element: unknown, [block, more]: TextNode): boolean {
  if (!(element instanceof Y.XmlElement) || element.nodeName !== 'paragraph') return false
  if (block.type !== 'paragraph' || more !== undefined || block.runs.some((run) => run.text.includes('\n')))
    return false
  const text = element.get(0)
  if (element.length !== 1 || !(text instanceof Y.XmlText)) return false
  const before = charactersOf(readRuns(element).runs)
  const after = charactersOf(block.runs)
  if (before.length !== text.length) return false
  const { start, deleted, end } = spliceOf(before, after, isSameCharacter)
  if (deleted > 0) text.delete(start, deleted)
  let at = start
  for (const run of joinCharacters(after.slice(start, end))) {
    const attributes = attributesOf(run)
    text.insert(at, run.text, { bold: null, italic: null, link: null, ...attributes })
    at += run.text.length
  }
  return true
}

function charactersOf(runs: readonly TextRun[]): TextRun[] {
  return runs.flatMap((run) => run.text.split('').map((text) => ({ ...run, text })))
}

function joinCharacters(characters: readonly TextRun[]): TextRun[] {
  const runs: TextRun[] = []
  for (const character of characters) {
    const last = runs.at(-1)
    if (last && hasSameMarks(last, character)) runs[runs.length - 1] = { ...last, text: last.text + character.text }
    else runs.push(character)
  }
  return runs
}

function isSameCharacter(a: TextRun, b: TextRun): boolean {
  return a.text === b.text && hasSameMarks(a, b)
}

/** Set a short text by the smallest splice, so that two people typing in it merge. */
export function writeShortText(text: Y.Text, next: string): void {
  const before = plainOf(text)
  const { start, deleted, end } = spliceOf(before.split(''), next.split(''), Object.is)
  if (deleted > 0) text.delete(start, deleted)
  if (end > start) text.insert(start, next.slice(start, end))
}

interface Splice {
  readonly start: number
  readonly deleted: number
  /** End of the inserted part in the new sequence. */
  readonly end: number
}

function spliceOf<T>(before: readonly T[], after: readonly T[], isSame: (a: T, b: T) => boolean): Splice {
  const unit = (list: readonly T[], index: number): number => {
    const value = list[index]
    const text = typeof value === 'string' ? value : ((value as { text?: string } | undefined)?.text ?? '')
    return text.charCodeAt(0)
  }
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && isSame(before[start] as T, after[start] as T)) start++
  if (start > 0 && isHighSurrogate(unit(before, start - 1))) start--
  let tail = 0
  while (tail < shorter - start && isSame(before.at(-1 - tail) as T, after.at(-1 - tail) as T)) tail++
  if (tail > 0 && isLowSurrogate(unit(before, before.length - tail))) tail--
  return { start, deleted: before.length - start - tail, end: after.length - tail }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** What a short text says. */
export function plainOf(text: Y.Text): string {
  return text.toJSON()
}

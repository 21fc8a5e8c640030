export type Inline =
  | { readonly type: 'text' | 'bold'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string }
  | { readonly type: 'break' }

export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly parts: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Inline[])[] }

const INLINE = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|<(https?:[^>\s]+|mailto:[^>\s]+)>/g
const SAFE = /^(https?:|mailto:|\/)/

/** Headings, paragraphs, lists, bold and links; anything else is text. A line end with two blanks breaks the line. */
export function parseMarkdown(source: string): readonly Block[] {
  return source
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n|\n(?=#{1,3} )|(?<=^#{1,3} .*)\n/m)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map(parseBlock)
}

function parseBlock(chunk: string): Block {
  const heading = /^(#{1,3}) (.+)$/s.exec(chunk)
  if (heading) {
    return {
      type: 'heading',
      level: (heading[1] ?? '#').length as 1 | 2 | 3,
      parts: parseInlines(heading[2] ?? ''),
    }
  }
  if (/^[-*] /.test(chunk)) {
    const items = chunk.split(/\n(?=[-*] )/).map((item) => parseInlines(item.replace(/^[-*] /, '')))
    return { type: 'list', items }
  }
  return { type: 'paragraph', parts: parseInlines(chunk) }
}

function parseInlines(text: string): readonly Inline[] {
  return text.split(/ {2,}\n|\\\n/).flatMap((line, index) => {
    const parts = parseLine(line.replaceAll('\n', ' '))
    return index === 0 ? parts : [{ type: 'break' as const }, ...parts]
  })
}

function parseLine(line: string): readonly Inline[] {
  const parts: Inline[] = []
  let at = 0
  for (const match of line.matchAll(INLINE)) {
    if (match.index > at) parts.push({ type: 'text', text: line.slice(at, match.index) })
    parts.push(inlineOf(match))
    at = match.index + match[0].length
  }
  if (at < line.length) parts.push({ type: 'text', text: line.slice(at) })
  return parts
}

function inlineOf(match: RegExpExecArray): Inline {
  const [whole, bold, label, address, bare] = match
  if (bold !== undefined) return { type: 'bold', text: bold }
  if (bare !== undefined) return { type: 'link', text: bare.replace(/^mailto:/, ''), href: bare }
  if (label !== undefined && address !== undefined && SAFE.test(address)) {
    return { type: 'link', text: label, href: address }
  }
  return { type: 'text', text: label ?? whole }
}

/** One row of a pasted table; `line` is where it begins, counted from 1. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** In the order in which they are believed: a tab never stands in a name, a comma often does. */
const SEPARATORS = ['\t', ';', ','] as const

/** Read pasted CSV, TSV or plain lines; quotes, spaces and empty lines are seen to. Never throws. */
export function readTable(pasted: string): readonly TableRow[] {
  const text = pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = SEPARATORS.find((candidate) => text.includes(candidate)) ?? ';'
  const rows: TableRow[] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  for (let at = 0; at <= text.length;) {
    const cell = readCell(text, at, separator)
    cells.push(cell.value.trim().replace(/\s+/g, ' '))
    line += cell.lines
    at = cell.end + 1
    if (text[cell.end] === separator) continue
    if (cells.some((value) => value !== '')) rows.push({ line: rowLine, cells })
    cells = []
    line += 1
    rowLine = line
  }
  return rows
}

/** A quote opens a cell only if there is one that closes it; else it is a character like any other. */
function readCell(text: string, from: number, separator: string): { value: string; end: number; lines: number } {
  const quoted = new RegExp(` *"((?:[^"]|"")*)" *(?=[${separator}\n]|$)`, 'y')
  quoted.lastIndex = from
  const match = quoted.exec(text)
  if (match) {
    const value = match[1] ?? ''
    return { value: value.replaceAll('""', '"'), end: from + match[0].length, lines: value.split('\n').length - 1 }
  }
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
  return { value: text.slice(from, end), end, lines: 0 }
}

import type { Page } from 'playwright'
import { expect } from 'vitest'

/** Entries of an export or a board: id → `group|text`, notes and recommendations alike. */
export type Entries = ReadonlyMap<string, string>

interface JsonGroup {
  readonly id: string
  readonly canvases: readonly { readonly fields: readonly { readonly entries: readonly JsonEntry[] }[] }[]
  readonly freeArea: readonly JsonEntry[]
  readonly recommendations: readonly { readonly id: string; readonly title: string }[]
}
interface JsonEntry {
  readonly id: string
  readonly text: string
}

/** Read the JSON export. */
export function readJsonResults(text: string): Entries {
  const entries = new Map<string, string>()
  for (const group of (JSON.parse(text) as { groups: readonly JsonGroup[] }).groups) {
    const items = [
      ...group.canvases.flatMap(({ fields }) => fields.flatMap((field) => field.entries)),
      ...group.freeArea,
    ]
    for (const item of items) entries.set(item.id, `${group.id}|${item.text}`)
    for (const { id, title } of group.recommendations) entries.set(id, `${group.id}|${title}`)
  }
  return entries
}

/** Read the CSV export by its column names. */
export function readCsvResults(text: string): Entries {
  const [head = [], ...rows] = parseCsv(text.replace(/^\uFEFF/, ''))
  const column = (row: readonly string[], name: string): string => row[head.indexOf(name)] ?? ''
  return new Map(
    rows
      .filter((row) => ['item', 'recommendation'].includes(column(row, 'type')))
      .map((row) => [column(row, 'id'), `${column(row, 'groupId')}|${column(row, 'text')}`]),
  )
}

/** Read the Markdown export by its anchors. Handles texts without characters that Markdown escapes. */
export function readMarkdownResults(text: string): Entries {
  const entries = new Map<string, string>()
  let group = ''
  let openItem: string | null = null
  for (const line of text.split('\n')) {
    const anchor = /<a id="(group|item|recommendation)-([\w-]+)"><\/a>(.*)$/.exec(line)
    if (anchor?.[1] === 'group') group = anchor[2] as string
    else if (anchor?.[1] === 'recommendation')
      entries.set(anchor[2] as string, `${group}|${anchor[3]?.replace(/^\S+ /, '')}`)
    else if (anchor?.[1] === 'item') openItem = anchor[2] as string
    else if (openItem && line.trim()) {
      entries.set(openItem, `${group}|${line.trim()}`)
      openItem = null
    }
  }
  return entries
}

/** Read the HTML export in a page of its own, as a reader's browser would. */
export async function readHtmlResults(page: Page, html: string): Promise<Entries> {
  await page.setContent(html)
  return new Map(
    await page.locator('[data-item-id], [data-recommendation-id]').evaluateAll((elements) =>
      elements.map((element): [string, string] => {
        const group = element.closest('[data-group-id]')?.getAttribute('data-group-id')
        const text = element.querySelector('.text p, .title')?.textContent
        return [
          element.getAttribute('data-item-id') ?? element.getAttribute('data-recommendation-id') ?? '',
          `${group}|${text}`,
        ]
      }),
    ),
  )
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

/** Compare two sets of entries with a message that names what is missing or too much. */
export function expectSameEntries(actual: Entries, expected: Entries): void {
  const lines = (entries: Entries): string[] => [...entries].map(([id, rest]) => `${id}|${rest}`).sort()
  expect(lines(actual)).toEqual(lines(expected))
}

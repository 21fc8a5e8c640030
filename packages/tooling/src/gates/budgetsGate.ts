import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import filePlugin from '@size-limit/file'
import sizeLimit from 'size-limit'
import type { Gate } from './Gate.ts'

/** One entry of the manifest that `vite build --manifest` writes. */
interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

interface Budget {
  readonly page: string
  /** Source files that the page's first view loads lazily, as keys of the manifest begin or end. */
  readonly lazy: readonly RegExp[]
  /** Gzipped kilobytes (1,000 bytes) of JavaScript until the page's first view. */
  readonly maxKilobytes: number
}

/** The texts come in the reader's language; the German ones are the longer ones. */
const BASE_TEXTS = /\/messages\.de\.ts$/
const BOARD_TEXTS = /\/messages\.board\.de\.ts$/

/**
 * What a page may load before it shows. Join is opened on phones in a waiting room, by link, with nothing cached:
 * 90 kB are about a second on a slow mobile line; the board is opened once for a whole workshop.
 */
const BUDGETS: readonly Budget[] = [
  { page: 'join', lazy: [/\/JoinPage\.tsx$/, BASE_TEXTS], maxKilobytes: 90 },
  { page: 'board', lazy: [/\/BoardPage\.tsx$/, BASE_TEXTS, BOARD_TEXTS], maxKilobytes: 250 },
]

/** The initial JavaScript of the join page and of the board stays within its budget, gzipped. */
export const budgetsGate: Gate = {
  name: 'budgets',
  async run(root) {
    const dist = join(root, 'apps/web/dist')
    const manifest = await readManifest(join(dist, '.vite/manifest.json'))
    if (!manifest) return { problems: ['apps/web/dist has no manifest: build with `vite build --manifest`'] }
    const problems: string[] = []
    const notes: string[] = []
    for (const budget of BUDGETS) {
      const files = initialFiles(manifest, budget.lazy)
      if (!files) {
        problems.push(`${budget.page}: its page is no chunk of its own (looked for ${String(budget.lazy[0])})`)
        continue
      }
      const kilobytes = (await gzippedBytes(files.map((file) => join(dist, file)))) / 1000
      const figure = `${budget.page}: ${kilobytes.toFixed(1)} of ${budget.maxKilobytes} kB in ${files.length} files`
      if (kilobytes > budget.maxKilobytes) problems.push(figure)
      else notes.push(figure)
    }
    return { problems, notes }
  },
}

/** The files of the entry and of the named lazy sources with all their static imports; null if the page is missing. */
function initialFiles(manifest: Manifest, lazy: readonly RegExp[]): readonly string[] | null {
  const keys = Object.keys(manifest)
  const page = lazy[0]
  if (!page || !keys.some((key) => page.test(key))) return null
  const open = keys.filter((key) => manifest[key]?.isEntry || lazy.some((pattern) => pattern.test(key)))
  const seen = new Set<string>()
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    open.push(...(manifest[key]?.imports ?? []))
  }
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'))
}

async function gzippedBytes(files: readonly string[]): Promise<number> {
  // Its type says no more than "object"; it gives one entry per check.
  const results: unknown = await sizeLimit([filePlugin], { checks: [{ files, gzip: true }] })
  const first: unknown = Array.isArray(results) ? results[0] : undefined
  const size = typeof first === 'object' && first !== null && 'size' in first ? first.size : undefined
  if (typeof size !== 'number') throw new Error('size-limit gave no size')
  return size
}

async function readManifest(path: string): Promise<Manifest | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const manifest: Manifest = JSON.parse(text)
  return manifest
}

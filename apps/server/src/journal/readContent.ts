import { crc32 } from 'node:zlib'

/** A checkpoint as it lies on the disk. */
export interface StoredCheckpoint {
  readonly covers: number
  readonly bytes: Uint8Array
  readonly checksum: number
}

/** A row as it lies on the disk; `prev` is the row before it, null for rows of the first layout. */
export interface StoredRow {
  readonly seq: number
  readonly prev: number | null
  readonly bytes: Uint8Array
  readonly checksum: number
}

/** Something on the disk that is not what was written; `seq` is a checkpoint's `covers` or a row's number. */
export interface Damage {
  readonly part: 'checkpoint' | 'row'
  readonly seq: number
}

/** The newest whole generation with the rows after it, or null, and what was found damaged on the way. */
export interface ReadContent<R extends StoredRow> {
  readonly content: { readonly base: StoredCheckpoint | null; readonly rows: readonly R[] } | null
  readonly damages: readonly Damage[]
}

/**
 * Choose from what is stored of a document the newest checkpoint that is whole and has all its rows after it.
 *
 * `checkpoints` newest first, `rows` in order. Without a whole checkpoint the rows alone do if they begin with the
 * document's first one.
 */
export function readContent<R extends StoredRow>(
  checkpoints: readonly StoredCheckpoint[],
  rows: readonly R[],
): ReadContent<R> {
  const damages: Damage[] = []
  for (const base of checkpoints) {
    if (!isWhole(base)) {
      damages.push({ part: 'checkpoint', seq: base.covers })
      continue
    }
    const after = rows.filter(({ seq }) => seq > base.covers)
    const damage = firstDamage(after, base.covers)
    // An older generation needs the same row.
    return damage ? { content: null, damages: [...damages, damage] } : { content: { base, rows: after }, damages }
  }
  const isFromTheBeginning = checkpoints.length === 0 || rows[0]?.prev === 0
  const damage = firstDamage(rows, 0)
  if (damage) return { content: null, damages: [...damages, damage] }
  return { content: isFromTheBeginning ? { base: null, rows } : null, damages }
}

function firstDamage(rows: readonly StoredRow[], covers: number): Damage | null {
  let before: number | null = null
  for (const row of rows) {
    const { seq, prev } = row
    const isContinued = prev === null || (before === null ? prev <= covers : prev === before)
    if (!isContinued || !isWhole(row)) return { part: 'row', seq }
    before = seq
  }
  return null
}

/** Garbage can turn up as any type. */
function isWhole({ bytes, checksum }: { readonly bytes: unknown; readonly checksum: unknown }): boolean {
  return bytes instanceof Uint8Array && crc32(bytes) === checksum
}

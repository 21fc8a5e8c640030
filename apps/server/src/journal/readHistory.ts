import type { SeatId } from '@tafelrunde/schema/plain'
import type { JournalHistory } from './Journal.ts'
import { readContent, type ReadContent, type StoredCheckpoint, type StoredRow } from './readContent.ts'

/** A row with what only the history needs. */
export interface HistoryRow extends StoredRow {
  readonly at: number
  readonly seat_id: string | null
}

/**
 * Split what is stored of a document at a moment: the rows since then, and the state before them.
 *
 * `checkpoints` newest first, `rows` in order; null if no generation is whole. A row of the future was written before
 * the clock was set back, so it and everything before it are older than the moment.
 */
export function readHistory(
  { checkpoints, rows }: { readonly checkpoints: readonly StoredCheckpoint[]; readonly rows: readonly HistoryRow[] },
  { since, now }: { readonly since: number; readonly now: number },
): JournalHistory | null {
  const first = rows.findLastIndex(({ at }) => at < since || at > now) + 1
  const firstSeq = rows[first]?.seq ?? Infinity
  const older = checkpoints.filter(({ covers }) => covers < firstSeq)
  const beginning = checkpoints.length === 0 || rows[0]?.prev === 0 ? [[]] : []
  // The state before; else from the first row on; else whatever reaches back furthest.
  const attempts: (readonly StoredCheckpoint[])[] = [
    older,
    ...beginning,
    ...checkpoints.toReversed().map((one) => [one]),
  ]
  for (const attempt of attempts) {
    if (attempt.length === 0 && beginning.length === 0) continue
    const { content }: ReadContent<HistoryRow> = readContent(attempt, rows)
    if (!content) continue
    const at = content.rows.findIndex(({ seq }) => seq >= firstSeq)
    const before = at < 0 ? content.rows : content.rows.slice(0, at)
    return {
      before: { checkpoint: content.base?.bytes ?? null, rows: before.map(({ bytes }) => bytes) },
      rows: content.rows
        .slice(before.length)
        .map((row) => ({ seq: row.seq, seatId: row.seat_id as SeatId | null, at: row.at, bytes: row.bytes })),
    }
  }
  return null
}

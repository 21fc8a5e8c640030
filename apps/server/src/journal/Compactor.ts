import type { DocumentName } from '@tafelrunde/protocol'
import { CompactionThread } from './CompactionThread.ts'
import type { Journal } from './Journal.ts'

/**
 * Turns a journal's tail into a checkpoint, in a thread of its own.
 *
 * J12  A checkpoint is written only after it was read back in another document and found to be the same as what it
 *      replaces; if it is not, everything stays as it is.
 * J13  A compaction that fails, hangs or is killed at any step costs nothing but itself.
 */
export class Compactor {
  readonly #journal: Journal
  readonly #thread: CompactionThread
  readonly #underWay = new Map<DocumentName, Promise<void>>()
  #isClosed = false

  constructor(journal: Journal, thread = new CompactionThread()) {
    this.#journal = journal
    this.#thread = thread
  }

  /** Write a checkpoint of everything that is durable now; one at a time per document. @throws Error; nothing has changed then */
  compact(document: DocumentName): Promise<void> {
    const running = this.#underWay.get(document)
    if (running) return running
    const started = this.#compact(document)
      .catch((cause: unknown) => {
        if (!this.#isClosed) throw cause
      })
      .finally(() => this.#underWay.delete(document))
    this.#underWay.set(document, started)
    return started
  }

  /** Give up what is under way and end the thread: nothing depends on it. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#thread.close()
    await Promise.allSettled(this.#underWay.values())
  }

  async #compact(document: DocumentName): Promise<void> {
    const state = await this.#journal.load(document)
    if (!state || state.rows.length === 0) return
    const { checkpoint, rows, basedOn, lastSeq } = state
    const bytes = await this.#thread.compact({ checkpoint, rows })
    if (!(await this.#thread.isSame({ checkpoint, rows }, bytes))) {
      throw new Error('the new checkpoint is not what it replaces; nothing was written or pruned')
    }
    await this.#journal.writeCheckpoint(document, { covers: lastSeq, bytes, basedOn })
  }
}

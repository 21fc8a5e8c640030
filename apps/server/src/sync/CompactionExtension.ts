import type { Extension, onStoreDocumentPayload } from '@hocuspocus/server'
import type { DocumentName } from '@tafelrunde/protocol'
import type { Compactor } from '../journal/Compactor.ts'
import type { Journal } from '../journal/Journal.ts'
import type { SyncContext } from './SyncContext.ts'
import type { SyncLog } from './SyncLog.ts'

/** Rows after which a document gets a checkpoint: some minutes of a busy board, some milliseconds of a load. */
const ROWS_PER_CHECKPOINT = 500

/**
 * Compacts the journal when the engine thinks it is time to store: some seconds after an edit, or when the last
 * client leaves. Nothing depends on it; a failure is logged and tried again after the next edits.
 */
export class CompactionExtension implements Extension<SyncContext> {
  readonly extensionName = 'compaction'
  readonly #journal: Journal
  readonly #compactor: Compactor
  readonly #log: SyncLog

  constructor(parts: { journal: Journal; compactor: Compactor; log: SyncLog }) {
    this.#journal = parts.journal
    this.#compactor = parts.compactor
    this.#log = parts.log
  }

  async onStoreDocument(data: onStoreDocumentPayload<SyncContext>): Promise<void> {
    const document = data.documentName as DocumentName
    if (this.#journal.rowsSinceCheckpoint(document) < ROWS_PER_CHECKPOINT) return
    const startedAt = performance.now()
    try {
      await this.#compactor.compact(document)
      this.#log.info('journal.compacted', { document, ms: Math.round(performance.now() - startedAt) })
    } catch (error) {
      this.#log.error('journal.compactionFailed', { document }, error)
    }
  }
}

import type { Extension, onChangePayload } from '@hocuspocus/server'
import type { DocumentName } from '@tafelrunde/protocol'
import type { LiveDocuments } from './LiveDocuments.ts'
import type { SyncContext } from './SyncContext.ts'
import type { SyncLog } from './SyncLog.ts'

/**
 * Tells the rest of the server that a document has changed, after the change is durable and applied.
 *
 * The engine does not wait for `onChange`, and an error thrown in it would end the process.
 */
export class ChangeExtension implements Extension<SyncContext> {
  readonly extensionName = 'change'
  readonly #live: () => LiveDocuments
  readonly #log: SyncLog

  constructor(parts: { live: () => LiveDocuments; log: SyncLog }) {
    this.#live = parts.live
    this.#log = parts.log
  }

  async onChange(data: onChangePayload<SyncContext>): Promise<void> {
    const name = data.documentName as DocumentName
    try {
      const seatId = data.context.admission?.seat.id ?? null
      this.#live().tellChanged(name, { at: Date.now(), seatId })
    } catch (error) {
      this.#log.error('sync.failed', { document: name }, error)
    }
  }
}

import type { Extension, onConnectPayload } from '@hocuspocus/server'
import type { DocumentName } from '@tafelrunde/protocol'
import { EngineRefusal } from './EngineRefusal.ts'
import type { SyncContext } from './SyncContext.ts'
import type { SyncLog } from './SyncLog.ts'

/**
 * Refuses every document to a client that speaks an older schema than the server's oldest: it would write what nobody
 * reads any more. Its edits stay with it until it is up to date. Clients that say nothing about their schema are let in.
 */
export class VersionExtension implements Extension<SyncContext> {
  readonly extensionName = 'version'
  readonly #oldest: number
  readonly #log: SyncLog

  constructor(parts: { oldest: number; log: SyncLog }) {
    this.#oldest = parts.oldest
    this.#log = parts.log
  }

  async onConnect({ context, documentName }: onConnectPayload<SyncContext>): Promise<void> {
    const version = context.socket?.about.schemaVersion ?? null
    if (version === null || version >= this.#oldest) return
    this.#log.info('sync.documentRefused', { document: documentName as DocumentName, code: 'version.tooOld' })
    throw new EngineRefusal('version.tooOld')
  }
}

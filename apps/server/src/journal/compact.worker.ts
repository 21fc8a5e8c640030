import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import type { CompactReply, CompactRequest } from './Compactor.ts'

// Through a document, never `mergeUpdates`: that takes seconds for some thousand rows and keeps what was deleted.

const port = parentPort
if (!port) throw new Error('compact runs as a worker thread')

function compact(request: CompactRequest): CompactReply {
  try {
    const ydoc = new Y.Doc()
    Y.transact(ydoc, () => {
      if (request.checkpoint) Y.applyUpdate(ydoc, request.checkpoint)
      for (const row of request.rows) Y.applyUpdate(ydoc, row)
    })
    if (ydoc.store.pendingStructs) throw new Error('an update waits for one that is missing')
    const bytes = Y.encodeStateAsUpdate(ydoc)
    ydoc.destroy()
    return { id: request.id, bytes }
  } catch (error) {
    return { id: request.id, failure: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', (request: CompactRequest) => port.postMessage(compact(request)))

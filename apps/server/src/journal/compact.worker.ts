import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import type { CompactionReply, CompactionRequest } from './CompactionThread.ts'
import { isSameDocument } from './isSameDocument.ts'
import type { JournalContent } from './Journal.ts'

// Through a document, never `mergeUpdates`: that takes seconds for some thousand rows and keeps what was deleted.

const port = parentPort
if (!port) throw new Error('compact runs as a worker thread')

function documentOf({ checkpoint, rows }: JournalContent): Y.Doc {
  const ydoc = new Y.Doc()
  // In the transactions that `replay` makes of them, or a checkpoint would lack what Yjs tidies up after each row.
  Y.transact(ydoc, () => {
    if (checkpoint) Y.applyUpdate(ydoc, checkpoint)
  })
  for (const row of rows) Y.applyUpdate(ydoc, row)
  if (ydoc.store.pendingStructs) throw new Error('an update waits for one that is missing')
  return ydoc
}

function answer({ id, content, compareWith }: CompactionRequest): CompactionReply {
  try {
    const ydoc = documentOf(content)
    if (!compareWith) return { id, bytes: Y.encodeStateAsUpdate(ydoc) }
    return { id, isSame: isSameDocument(ydoc, documentOf({ checkpoint: compareWith, rows: [] })) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', (request: CompactionRequest) => port.postMessage(answer(request)))

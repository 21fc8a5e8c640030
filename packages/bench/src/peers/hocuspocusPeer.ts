import { DatabaseSync } from 'node:sqlite'
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'

// Peers H and H16: Hocuspocus as shipped, with what its SQLite extension does (one row per document, replaced on every
// store) on the built-in SQLite. Usage: hocuspocusPeer.ts PORT DATABASE_FILE [FLUSH_DELAY_MS]

const [port, databaseFile, flushDelay] = process.argv.slice(2)
if (!port || !databaseFile) throw new Error('usage: hocuspocusPeer.ts PORT DATABASE_FILE [FLUSH_DELAY_MS]')

const database = new DatabaseSync(databaseFile)
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)')
const load = database.prepare('SELECT data FROM documents WHERE name = ?')
const store = database.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
)

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  ...(flushDelay ? { flushDelay: Number(flushDelay) } : {}),
  async onLoadDocument({ documentName, document }) {
    const data = load.get(documentName)?.['data']
    if (data instanceof Uint8Array) Y.applyUpdate(document, data)
  },
  async onStoreDocument({ documentName, document }) {
    store.run(documentName, Y.encodeStateAsUpdate(document))
  },
})
await server.listen()

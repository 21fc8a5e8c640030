import { newId } from '@tafelrunde/schema/plain'
import type { TokenHash } from '../links/tokens.ts'
import type { Database } from '../seams.ts'
import type { CreatorStore } from './CreatorStore.ts'

/** Creators in the embedded database; see CreatorStore for the rules. */
export class SqliteCreatorStore implements CreatorStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async replaceSetupToken(tokenHash: TokenHash, at: number): Promise<void> {
    await this.#db.write([
      { sql: 'DELETE FROM setup_token WHERE used_at IS NULL' },
      { sql: 'INSERT INTO setup_token (token_hash, created_at) VALUES (?, ?)', params: [tokenHash, at] },
    ])
  }

  async tradeSetupToken(setupHash: TokenHash, creationHash: TokenHash, at: number): Promise<boolean> {
    const [, inserted] = await this.#db.write([
      {
        sql: 'UPDATE setup_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL',
        params: [at, setupHash],
      },
      {
        sql: 'INSERT INTO creator (token_hash, created_at) SELECT ?, ? WHERE changes() = 1',
        params: [creationHash, at],
      },
    ])
    return inserted?.changes === 1
  }

  async mayCreate(creationHash: TokenHash): Promise<boolean> {
    return (await this.#db.get('SELECT 1 FROM creator WHERE token_hash = ?', creationHash)) !== undefined
  }

  async hasCreator(): Promise<boolean> {
    return (await this.#db.get('SELECT 1 FROM creator LIMIT 1')) !== undefined
  }

  async instanceId(): Promise<string> {
    const stored = await this.#db.get('SELECT id FROM instance')
    if (stored) return String(stored['id'])
    await this.#db.write([{ sql: 'INSERT OR IGNORE INTO instance (only, id) VALUES (1, ?)', params: [newId()] }])
    return this.instanceId()
  }
}

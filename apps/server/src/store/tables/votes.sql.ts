import type { TableScript } from './TableScript.ts'

/**
 * Rounds of votes. Who has voted and what was voted are two tables without a common column but the round; neither has
 * a time, a number or an order of its own (WITHOUT ROWID: rows lie by their keys). In an open vote the ballot is
 * found under its voter, in a secret one under a hash that only the voter's device can make anew.
 */
export const voteTables: TableScript = {
  id: 'votes-1',
  sql: `
    CREATE TABLE vote_round (
      id TEXT PRIMARY KEY,
      workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
      closed_at INTEGER,
      eligible INTEGER,
      house_key BLOB
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vote_round_by_workshop ON vote_round (workshop_id);
    CREATE TABLE vote_option (
      round_id TEXT NOT NULL REFERENCES vote_round (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      entry_key TEXT,
      group_id TEXT,
      label TEXT NOT NULL,
      PRIMARY KEY (round_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE vote_voter (
      round_id TEXT NOT NULL REFERENCES vote_round (id) ON DELETE CASCADE,
      voter TEXT NOT NULL,
      proxy_name TEXT,
      PRIMARY KEY (round_id, voter)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE vote_ballot (
      round_id TEXT NOT NULL REFERENCES vote_round (id) ON DELETE CASCADE,
      ballot TEXT NOT NULL,
      house TEXT,
      body TEXT NOT NULL,
      PRIMARY KEY (round_id, ballot)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE recommendation_priority (
      workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
      recommendation_key TEXT NOT NULL,
      rank INTEGER NOT NULL,
      round_id TEXT,
      PRIMARY KEY (workshop_id, recommendation_key)
    ) STRICT, WITHOUT ROWID;
  `,
}

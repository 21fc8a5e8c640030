import { createHmac, randomBytes } from 'node:crypto'
import { isWriting, MAX_PROXY_BALLOTS, ROLES, type Ballot, type VoteOption } from '@tafelrunde/protocol'
import type { VoteRoundId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Database } from '../seams.ts'
import { proxyIdOf, type BallotId, type VoterId } from './ballotId.ts'
import type {
  CastBallot,
  CastOutcome,
  CountedBallot,
  NewRound,
  Priority,
  StoredRound,
  VoterCount,
  VoteStore,
} from './VoteStore.ts'

const VOTING_ROLES = ROLES.filter(isWriting)
  .map((role) => `'${role}'`)
  .join(', ')

/** People, not seats: several may sit at one device; who waits in the lobby does not vote. */
const ELIGIBLE = 'coalesce(sum(people), 0)'
const IS_ELIGIBLE = `revoked_at IS NULL AND is_waiting = 0 AND role IN (${VOTING_ROLES})`

const IS_OPEN = 'EXISTS (SELECT 1 FROM vote_round WHERE id = ?1 AND closed_at IS NULL)'

/** Votes in the embedded database; see VoteStore for the rules. */
export class SqliteVoteStore implements VoteStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async open({ id, workshopId, isSecret, options }: NewRound): Promise<void> {
    await this.#db.write([
      {
        sql: 'INSERT INTO vote_round (id, workshop_id, house_key) VALUES (?, ?, ?)',
        params: [id, workshopId, isSecret ? randomBytes(32) : null],
      },
      ...options.map((option, position) => ({
        sql: 'INSERT INTO vote_option (round_id, position, id, entry_key, group_id, label) VALUES (?, ?, ?, ?, ?, ?)',
        params: [id, position, option.id, option.key, option.groupId, option.label],
      })),
    ])
  }

  async discard(roundId: VoteRoundId): Promise<void> {
    await this.#db.write([{ sql: 'DELETE FROM vote_round WHERE id = ?', params: [roundId] }])
  }

  async round(roundId: VoteRoundId): Promise<StoredRound | null> {
    const row = await this.#db.get('SELECT * FROM vote_round WHERE id = ?', roundId)
    if (!row) return null
    return {
      workshopId: row['workshop_id'] as WorkshopId,
      closedAt: row['closed_at'] === null ? null : Number(row['closed_at']),
      eligible: row['eligible'] === null ? null : Number(row['eligible']),
    }
  }

  async options(roundId: VoteRoundId): Promise<readonly VoteOption[]> {
    const rows = await this.#db.all('SELECT * FROM vote_option WHERE round_id = ? ORDER BY position', roundId)
    return rows.map((row) => ({
      id: String(row['id']),
      key: row['entry_key'] as string | null,
      groupId: row['group_id'] as string | null,
      label: String(row['label']),
    }))
  }

  async cast({ roundId, voter, ballotId, proxyName, house, body }: CastBallot): Promise<CastOutcome> {
    const key = (await this.#db.get('SELECT house_key FROM vote_round WHERE id = ?', roundId))?.['house_key']
    const shownHouse = house !== null && key instanceof Uint8Array ? pseudonymOf(house, key) : house
    // All in one transaction: replace the ballot; else, if the voter has none yet, add it; then note who has voted.
    const [replaced, added] = await this.#db.write([
      {
        sql: `UPDATE vote_ballot SET house = ?3, body = ?4 WHERE round_id = ?1 AND ballot = ?2 AND ${IS_OPEN}`,
        params: [roundId, ballotId, shownHouse, JSON.stringify(body)],
      },
      {
        sql: `INSERT INTO vote_ballot (round_id, ballot, house, body) SELECT ?1, ?2, ?3, ?4
              WHERE ${IS_OPEN}
                AND NOT EXISTS (SELECT 1 FROM vote_voter WHERE round_id = ?1 AND voter = ?5)
                AND (?6 = 0 OR (SELECT count(*) FROM vote_voter WHERE round_id = ?1 AND proxy_name IS NOT NULL) < ?7)`,
        params: [
          roundId,
          ballotId,
          shownHouse,
          JSON.stringify(body),
          voter,
          proxyName === null ? 0 : 1,
          MAX_PROXY_BALLOTS,
        ],
      },
      {
        sql: `INSERT INTO vote_voter (round_id, voter, proxy_name) SELECT ?1, ?2, ?3
              WHERE EXISTS (SELECT 1 FROM vote_ballot WHERE round_id = ?1 AND ballot = ?4) AND ${IS_OPEN}
              ON CONFLICT DO NOTHING`,
        params: [roundId, voter, proxyName, ballotId],
      },
    ])
    if ((replaced?.changes ?? 0) + (added?.changes ?? 0) > 0) return 'counted'
    const round = await this.round(roundId)
    if (!round || round.closedAt !== null) return 'closed'
    return (await this.hasVoted(roundId, voter)) ? 'sealed' : 'full'
  }

  async ballotOf(roundId: VoteRoundId, ballotId: BallotId): Promise<Ballot | null> {
    const sql = 'SELECT body FROM vote_ballot WHERE round_id = ? AND ballot = ?'
    const row = await this.#db.get(sql, roundId, ballotId)
    return row ? (JSON.parse(String(row['body'])) as Ballot) : null
  }

  async hasVoted(roundId: VoteRoundId, voter: VoterId): Promise<boolean> {
    const sql = 'SELECT 1 AS found FROM vote_voter WHERE round_id = ? AND voter = ?'
    return (await this.#db.get(sql, roundId, voter)) !== undefined
  }

  async close(roundId: VoteRoundId, at: number): Promise<number> {
    await this.#db.write([
      {
        sql: `UPDATE vote_round SET closed_at = ?2, house_key = NULL, eligible = (
                SELECT ${ELIGIBLE} FROM seat WHERE workshop_id = vote_round.workshop_id AND ${IS_ELIGIBLE})
              WHERE id = ?1 AND closed_at IS NULL`,
        params: [roundId, at],
      },
    ])
    return (await this.round(roundId))?.closedAt ?? at
  }

  async ballots(roundId: VoteRoundId): Promise<readonly CountedBallot[]> {
    const rows = await this.#db.all('SELECT house, body FROM vote_ballot WHERE round_id = ? ORDER BY ballot', roundId)
    return rows.map((row) => ({
      house: row['house'] as string | null,
      body: JSON.parse(String(row['body'])) as Ballot,
    }))
  }

  async proxies(roundId: VoteRoundId): Promise<readonly { id: string; name: string }[]> {
    const rows = await this.#db.all(
      'SELECT voter, proxy_name FROM vote_voter WHERE round_id = ? AND proxy_name IS NOT NULL ORDER BY proxy_name, voter',
      roundId,
    )
    return rows.map((row) => ({ id: proxyIdOf(String(row['voter'])) ?? '', name: String(row['proxy_name']) }))
  }

  async counts(workshopId: WorkshopId): Promise<readonly VoterCount[]> {
    const rows = await this.#db.all(
      `SELECT vote_round.id, count(voter) AS voted, count(proxy_name) AS proxies
       FROM vote_round LEFT JOIN vote_voter ON vote_voter.round_id = vote_round.id
       WHERE workshop_id = ? GROUP BY vote_round.id`,
      workshopId,
    )
    return rows.map((row) => ({
      roundId: row['id'] as VoteRoundId,
      voted: Number(row['voted']),
      proxies: Number(row['proxies']),
    }))
  }

  async eligiblePeople(workshopId: WorkshopId): Promise<number> {
    const row = await this.#db.get(
      `SELECT ${ELIGIBLE} AS people FROM seat WHERE workshop_id = ? AND ${IS_ELIGIBLE}`,
      workshopId,
    )
    return Number(row?.['people'] ?? 0)
  }

  async setPriorities(workshopId: WorkshopId, priorities: readonly Priority[]): Promise<void> {
    await this.#db.write([
      { sql: 'DELETE FROM recommendation_priority WHERE workshop_id = ?', params: [workshopId] },
      ...priorities.map(({ recommendationKey, rank, roundId }) => ({
        sql: 'INSERT INTO recommendation_priority (workshop_id, recommendation_key, rank, round_id) VALUES (?, ?, ?, ?)',
        params: [workshopId, recommendationKey, rank, roundId],
      })),
    ])
  }

  async priorities(workshopId: WorkshopId): Promise<readonly Priority[]> {
    const rows = await this.#db.all(
      'SELECT * FROM recommendation_priority WHERE workshop_id = ? ORDER BY rank, recommendation_key',
      workshopId,
    )
    return rows.map((row) => ({
      recommendationKey: String(row['recommendation_key']),
      rank: Number(row['rank']),
      roundId: row['round_id'] as VoteRoundId | null,
    }))
  }
}

/** The same for all ballots of one house; what it stands for cannot be found once the round's key is gone. */
function pseudonymOf(house: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(house).digest('hex')
}

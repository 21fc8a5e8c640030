import { describe } from 'vitest'
import { SqliteSeatStore } from '../seats/SqliteSeatStore.ts'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { SqliteVoteStore } from './SqliteVoteStore.ts'
import { voteStoreContract } from './VoteStore.contract.ts'

describe('SqliteVoteStore', () => {
  voteStoreContract(async () => {
    const database = await aDatabase()
    return {
      votes: new SqliteVoteStore(database),
      seats: new SqliteSeatStore(database),
      workshops: new SqliteWorkshopStore(database),
      dump: async () => ({
        voters: await database.all('SELECT * FROM vote_voter'),
        ballots: await database.all('SELECT * FROM vote_ballot'),
      }),
    }
  })
})

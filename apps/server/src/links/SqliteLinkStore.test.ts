import { describe } from 'vitest'
import { SqliteSeatStore } from '../seats/SqliteSeatStore.ts'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { linkStoreContract } from './LinkStore.contract.ts'
import { SqliteLinkStore } from './SqliteLinkStore.ts'

describe('SqliteLinkStore', () => {
  linkStoreContract(async () => {
    const database = await aDatabase()
    return {
      links: new SqliteLinkStore(database),
      workshops: new SqliteWorkshopStore(database),
      seats: new SqliteSeatStore(database),
    }
  })
})

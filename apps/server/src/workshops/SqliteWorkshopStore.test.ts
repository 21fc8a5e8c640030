import { describe } from 'vitest'
import { SqliteLinkStore } from '../links/SqliteLinkStore.ts'
import { SqliteSeatStore } from '../seats/SqliteSeatStore.ts'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from './SqliteWorkshopStore.ts'
import { workshopStoreContract } from './WorkshopStore.contract.ts'

describe('SqliteWorkshopStore', () => {
  workshopStoreContract(async () => {
    const database = await aDatabase()
    return {
      workshops: new SqliteWorkshopStore(database),
      links: new SqliteLinkStore(database),
      seats: new SqliteSeatStore(database),
    }
  })
})

import { SqliteSeatStore } from '../seats/SqliteSeatStore.ts'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { checkStoreContract } from './CheckStore.contract.ts'
import { SqliteCheckStore } from './SqliteCheckStore.ts'

checkStoreContract(async () => {
  const database = await aDatabase()
  return {
    checks: new SqliteCheckStore(database),
    workshops: new SqliteWorkshopStore(database),
    seats: new SqliteSeatStore(database),
  }
})

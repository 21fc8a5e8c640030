import { describe } from 'vitest'
import { SqliteSeatStore } from '../seats/SqliteSeatStore.ts'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { SqliteTrayStore } from './SqliteTrayStore.ts'
import { trayStoreContract } from './TrayStore.contract.ts'

describe('SqliteTrayStore', () => {
  trayStoreContract(async () => {
    const database = await aDatabase()
    return {
      tray: new SqliteTrayStore(database),
      workshops: new SqliteWorkshopStore(database),
      seats: new SqliteSeatStore(database),
    }
  })
})

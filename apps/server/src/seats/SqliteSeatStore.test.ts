import { describe } from 'vitest'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { seatStoreContract } from './SeatStore.contract.ts'
import { SqliteSeatStore } from './SqliteSeatStore.ts'

describe('SqliteSeatStore', () => {
  seatStoreContract(async () => {
    const database = await aDatabase()
    return { seats: new SqliteSeatStore(database), workshops: new SqliteWorkshopStore(database) }
  })
})

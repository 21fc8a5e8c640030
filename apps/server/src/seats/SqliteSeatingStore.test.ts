import { describe } from 'vitest'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { seatingStoreContract } from './SeatingStore.contract.ts'
import { SqliteSeatingStore } from './SqliteSeatingStore.ts'

describe('SqliteSeatingStore', () => {
  seatingStoreContract(async () => {
    const database = await aDatabase()
    return { seatings: new SqliteSeatingStore(database), workshops: new SqliteWorkshopStore(database) }
  })
})

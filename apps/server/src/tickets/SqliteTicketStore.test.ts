import { describe } from 'vitest'
import { SqliteLinkStore } from '../links/SqliteLinkStore.ts'
import { SqliteSeatStore } from '../seats/SqliteSeatStore.ts'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { SqliteTicketStore } from './SqliteTicketStore.ts'
import { ticketStoreContract } from './TicketStore.contract.ts'

describe('SqliteTicketStore', () => {
  ticketStoreContract(async () => {
    const database = await aDatabase()
    return {
      tickets: new SqliteTicketStore(database),
      seats: new SqliteSeatStore(database),
      links: new SqliteLinkStore(database),
      workshops: new SqliteWorkshopStore(database),
    }
  })
})

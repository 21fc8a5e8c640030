import { describe } from 'vitest'
import { SqliteJournal } from '../journal/SqliteJournal.ts'
import { SqliteSeatStore } from '../seats/SqliteSeatStore.ts'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { privateDocumentStoreContract } from './PrivateDocumentStore.contract.ts'
import { SqlitePrivateDocumentStore } from './SqlitePrivateDocumentStore.ts'

describe('SqlitePrivateDocumentStore', () => {
  privateDocumentStoreContract(async () => {
    const database = await aDatabase()
    return {
      privateDocuments: new SqlitePrivateDocumentStore(database),
      journal: new SqliteJournal(database),
      seats: new SqliteSeatStore(database),
      workshops: new SqliteWorkshopStore(database),
    }
  })
})

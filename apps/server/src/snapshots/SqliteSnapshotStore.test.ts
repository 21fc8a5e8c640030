import { describe } from 'vitest'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { snapshotStoreContract } from './SnapshotStore.contract.ts'
import { SqliteSnapshotStore } from './SqliteSnapshotStore.ts'

describe('SqliteSnapshotStore', () => {
  snapshotStoreContract(async () => {
    const database = await aDatabase()
    return { snapshots: new SqliteSnapshotStore(database), workshops: new SqliteWorkshopStore(database) }
  })
})

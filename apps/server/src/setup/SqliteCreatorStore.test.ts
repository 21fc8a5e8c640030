import { describe } from 'vitest'
import { aDatabase } from '../testing/aDatabase.ts'
import { creatorStoreContract } from './CreatorStore.contract.ts'
import { SqliteCreatorStore } from './SqliteCreatorStore.ts'

describe('SqliteCreatorStore', () => {
  creatorStoreContract(async () => new SqliteCreatorStore(await aDatabase()))
})

import { describe } from 'vitest'
import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { SqliteSubmissionStore } from './SqliteSubmissionStore.ts'
import { submissionStoreContract } from './SubmissionStore.contract.ts'

describe('SqliteSubmissionStore', () => {
  submissionStoreContract(async () => {
    const database = await aDatabase()
    return { submissions: new SqliteSubmissionStore(database), workshops: new SqliteWorkshopStore(database) }
  })
})

import { aDatabase } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { SqliteStepNoteStore } from './SqliteStepNoteStore.ts'
import { stepNoteStoreContract } from './StepNoteStore.contract.ts'

stepNoteStoreContract(async () => {
  const database = await aDatabase()
  return { stepNotes: new SqliteStepNoteStore(database), workshops: new SqliteWorkshopStore(database) }
})

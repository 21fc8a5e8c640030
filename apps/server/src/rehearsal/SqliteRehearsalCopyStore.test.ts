import { aDatabase } from '../testing/aDatabase.ts'
import { rehearsalCopyStoreContract } from './RehearsalCopyStore.contract.ts'
import { SqliteRehearsalCopyStore } from './SqliteRehearsalCopyStore.ts'

rehearsalCopyStoreContract(async () => new SqliteRehearsalCopyStore(await aDatabase()))

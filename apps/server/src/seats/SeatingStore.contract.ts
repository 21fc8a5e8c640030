import { newId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aStoredWorkshop } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import type { SeatingStore } from './SeatingStore.ts'

/** The rules of SeatingStore, for every implementation. */
export function seatingStoreContract(open: () => Promise<{ seatings: SeatingStore; workshops: WorkshopStore }>): void {
  test('[SA1] people choose until somebody says otherwise', async () => {
    const { seatings, workshops } = await open()
    const { workshopId } = await aStoredWorkshop(workshops)
    expect(await seatings.read(workshopId)).toEqual({ mode: 'free', entries: [] })
  })

  test('[SA2] what is written replaces what it names, in its order, and nothing of others', async () => {
    const { seatings, workshops } = await open()
    const [mine, other] = [await aStoredWorkshop(workshops), await aStoredWorkshop(workshops)]
    const entries = [
      { name: 'Zoë', organisation: 'BMI', groupId: mine.groupIds[1] },
      { name: '', organisation: 'Land A', groupId: mine.groupIds[0] },
    ]
    await seatings.write(mine.workshopId, { mode: 'smallest', entries })
    expect(await seatings.read(mine.workshopId)).toEqual({ mode: 'smallest', entries })
    await seatings.write(mine.workshopId, { mode: 'wait' })
    expect(await seatings.read(mine.workshopId)).toEqual({ mode: 'wait', entries })
    await seatings.write(mine.workshopId, { entries: entries.toReversed() })
    expect(await seatings.read(mine.workshopId)).toEqual({ mode: 'wait', entries: entries.toReversed() })
    expect(await seatings.read(other.workshopId)).toEqual({ mode: 'free', entries: [] })
  })

  test('[SA2] a list that cannot be kept whole leaves the former one', async () => {
    const { seatings, workshops } = await open()
    const { workshopId, groupIds } = await aStoredWorkshop(workshops)
    const entries = [{ name: 'Ada', organisation: '', groupId: groupIds[0] }]
    await seatings.write(workshopId, { entries })
    const broken = [...entries, { name: 'Ben', organisation: '', groupId: newId<string>() }]
    await expect(seatings.write(workshopId, { entries: broken })).rejects.toThrow(/FOREIGN KEY/)
    expect((await seatings.read(workshopId)).entries).toEqual(entries)
  })
}

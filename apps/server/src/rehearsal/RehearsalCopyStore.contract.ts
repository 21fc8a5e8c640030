import { newId, type GroupId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import type { RehearsalCopyStore } from './RehearsalCopyStore.ts'

/** The rules of RehearsalCopyStore, for every implementation. */
export function rehearsalCopyStoreContract(open: () => Promise<RehearsalCopyStore>): void {
  const aCopy = () => ({ workshopId: newId<WorkshopId>(), groupIds: [newId<GroupId>(), newId<GroupId>()] })

  test('[RC1] a copy is listed with its boards until it is crossed off, though no such workshop exists', async () => {
    const copies = await open()
    const [first, second] = [aCopy(), aCopy()]
    await copies.note(first)
    await copies.note(second)
    expect(await copies.list()).toHaveLength(2)
    await copies.crossOff(first.workshopId)
    expect(await copies.list()).toEqual([second])
  })

  test('[RC2] twice is as once', async () => {
    const copies = await open()
    const copy = aCopy()
    await copies.note(copy)
    await copies.note(copy)
    expect(await copies.list()).toEqual([copy])
    await copies.crossOff(copy.workshopId)
    await copies.crossOff(copy.workshopId)
    expect(await copies.list()).toEqual([])
  })
}

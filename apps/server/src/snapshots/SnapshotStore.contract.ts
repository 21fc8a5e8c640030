import { AppError, documentName } from '@tafelrunde/protocol'
import { newId, type SnapshotId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aStoredWorkshop } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import type { SnapshotStore } from './SnapshotStore.ts'

/** The rules of SnapshotStore, for every implementation. */
export function snapshotStoreContract(
  open: () => Promise<{ snapshots: SnapshotStore; workshops: WorkshopStore }>,
): void {
  const aSnapshot = (workshopId: WorkshopId, at: number) => ({
    id: newId<SnapshotId>(),
    workshopId,
    name: `Stand ${at}`,
    at,
  })

  test('[N1] a snapshot is kept whole or not at all', async () => {
    const { snapshots, workshops } = await open()
    const { workshopId } = await aStoredWorkshop(workshops)
    const document = documentName('workshop', workshopId)
    const twice = [1, 2].map((byte) => ({ document, state: Uint8Array.of(byte) }))
    await expect(snapshots.keep(aSnapshot(workshopId, 1), twice)).rejects.toThrow(AppError)
    expect(await snapshots.list(workshopId)).toEqual([])
  })

  test('[N2] states read back byte for byte', async () => {
    const { snapshots, workshops } = await open()
    const { workshopId, groupIds } = await aStoredWorkshop(workshops)
    const snapshot = aSnapshot(workshopId, 1)
    const states = [
      {
        document: documentName('group', groupIds[0]),
        state: Uint8Array.from({ length: 100_000 }, (_, at) => at % 256),
      },
      { document: documentName('plenary', workshopId), state: Uint8Array.of(0, 0) },
    ]
    await snapshots.keep(snapshot, states)
    expect(await snapshots.states(snapshot.id)).toEqual(states)
    expect(await snapshots.states(newId())).toEqual([])
  })

  test('[N3] a workshop lists its own snapshots, oldest first', async () => {
    const { snapshots, workshops } = await open()
    const [mine, other] = [await aStoredWorkshop(workshops), await aStoredWorkshop(workshops)]
    const state = { document: documentName('workshop', mine.workshopId), state: Uint8Array.of(1) }
    for (const at of [2, 1]) await snapshots.keep(aSnapshot(mine.workshopId, at), [state])
    await snapshots.keep(aSnapshot(other.workshopId, 3), [])
    const list = await snapshots.list(mine.workshopId)
    expect(list.map(({ name, documents }) => [name, documents])).toEqual([
      ['Stand 1', 1],
      ['Stand 2', 1],
    ])
  })

  test('[N4] under one id the first snapshot stays, also when several are to be kept at once', async () => {
    const { snapshots, workshops } = await open()
    const { workshopId } = await aStoredWorkshop(workshops)
    const snapshot = aSnapshot(workshopId, 1)
    const document = documentName('workshop', workshopId)
    const stateOf = (byte: number) => [{ document, state: Uint8Array.of(byte) }]
    const first = await Promise.all([1, 2, 3].map((byte) => snapshots.keep(snapshot, stateOf(byte))))
    expect(first.filter(Boolean)).toHaveLength(1)
    expect(await snapshots.keep({ ...snapshot, name: 'Anders' }, stateOf(4))).toBe(false)
    expect(await snapshots.list(workshopId)).toEqual([{ ...snapshot, documents: 1 }])
    expect(await snapshots.states(snapshot.id)).toEqual(stateOf(first.indexOf(true) + 1))
  })
}

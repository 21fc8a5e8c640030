import { newId, type RecommendationId, type SeriesId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aStoredWorkshop } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import type { SubmissionAct, SubmissionStore } from './SubmissionStore.ts'

/** The rules of SubmissionStore, for every implementation. */
export function submissionStoreContract(
  open: () => Promise<{ submissions: SubmissionStore; workshops: WorkshopStore }>,
): void {
  const act = (at: number, traits: Partial<SubmissionAct> = {}): SubmissionAct => ({
    at,
    note: '',
    role: 'scribe',
    ...traits,
  })

  async function opened() {
    const { submissions, workshops } = await open()
    const { workshopId, groupIds } = await aStoredWorkshop(workshops)
    const aKey = (): string => `${groupIds[0]}/${newId<RecommendationId>()}`
    const codes = async (id: WorkshopId = workshopId) => (await submissions.list(id)).map(({ code }) => code)
    return { submissions, workshops, workshopId, aKey, codes }
  }

  test('[SU1] codes run from 01 on and go beyond two digits, whoever submits at the same time', async () => {
    const { submissions, workshopId, aKey, codes } = await opened()
    const calls = Array.from({ length: 40 }, () => [aKey(), aKey(), aKey()])
    await Promise.all(calls.map((keys, at) => submissions.submit(workshopId, keys, act(at))))
    const expected = Array.from({ length: 120 }, (_, index) => `HE-1-${String(index + 1).padStart(2, '0')}`)
    expect(await codes()).toEqual(expected)
  })

  test('[SU2] each recommendation is new to exactly one of those who submit it at once', async () => {
    const { submissions, workshopId, aKey } = await opened()
    const keys = [aKey(), aKey(), aKey()]
    const fresh = await Promise.all([1, 2, 3, 4].map((at) => submissions.submit(workshopId, keys, act(at))))
    expect(fresh.flat().toSorted()).toEqual(keys.toSorted())
    expect(await submissions.submit(workshopId, [...keys, ...keys], act(5))).toEqual([])
    const list = await submissions.list(workshopId)
    expect(list.map(({ history }) => history.length)).toEqual([1, 1, 1])
  })

  test('[SU3] a withdrawn recommendation keeps its code, and no other one ever gets it', async () => {
    const { submissions, workshopId, aKey, codes } = await opened()
    const [first, second, third] = [aKey(), aKey(), aKey()]
    await submissions.submit(workshopId, [first, second], act(1))
    expect(await submissions.withdraw(workshopId, 'HE-1-02', act(2, { role: 'moderator' }))).toBe(true)
    expect(await submissions.withdraw(workshopId, 'HE-1-02', act(3))).toBe(false)
    expect(await submissions.withdraw(workshopId, 'HE-1-77', act(3))).toBe(false)
    expect(await submissions.withdraw(newId(), 'HE-1-01', act(3))).toBe(false)
    await submissions.submit(workshopId, [third], act(4))
    expect((await submissions.list(workshopId)).map(({ code, status }) => [code, status])).toEqual([
      ['HE-1-01', 'submitted'],
      ['HE-1-02', 'draft'],
      ['HE-1-03', 'submitted'],
    ])
    expect(await submissions.submit(workshopId, [second], act(5))).toEqual([second])
    expect((await submissions.list(workshopId))[1]).toMatchObject({ key: second, status: 'submitted' })
    expect(await codes()).toEqual(['HE-1-01', 'HE-1-02', 'HE-1-03'])
  })

  test('[SU4] the history tells every change of status in order', async () => {
    const { submissions, workshopId, aKey } = await opened()
    const key = aKey()
    await submissions.submit(workshopId, [key], act(1))
    await submissions.withdraw(workshopId, 'HE-1-01', act(2, { role: 'owner', note: 'doppelt' }))
    await submissions.submit(workshopId, [key], act(3, { role: 'moderator' }))
    expect((await submissions.list(workshopId))[0]?.history).toEqual([
      { at: 1, from: 'draft', to: 'submitted', note: '', role: 'scribe' },
      { at: 2, from: 'submitted', to: 'draft', note: 'doppelt', role: 'owner' },
      { at: 3, from: 'draft', to: 'submitted', note: '', role: 'moderator' },
    ])
  })

  test('[SU5] a workshop has its number in the series, also one that submits before an earlier one', async () => {
    const { submissions, workshops } = await opened()
    const seriesId = newId<SeriesId>()
    const [one, two] = [await aStoredWorkshop(workshops, seriesId), await aStoredWorkshop(workshops, seriesId)]
    // Both were stored with the same time, so their ids decide.
    const [first, second] = one.workshopId < two.workshopId ? [one, two] : [two, one]
    await submissions.submit(second.workshopId, [`${second.groupIds[0]}/${newId()}`], act(1))
    const third = await aStoredWorkshop(workshops, seriesId)
    for (const { workshopId, groupIds } of [third, first]) {
      await submissions.submit(workshopId, [`${groupIds[0]}/${newId()}`], act(2))
    }
    const codes = await Promise.all(
      [first, second, third].map(async ({ workshopId }) => (await submissions.list(workshopId))[0]?.code),
    )
    expect(codes).toEqual(['HE-1-01', 'HE-2-01', 'HE-3-01'])
  })
}

import { documentName, type DocumentName } from '@tafelrunde/protocol'
import { richTextOf, type BoardSnapshot, type GroupId, type WorkshopId } from '@tafelrunde/schema/plain'
import { sampleBoard, sampleItem } from '@tafelrunde/schema/samples'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aRunState } from '../testing/aRunState.ts'
import { LivePlenary, type PlenaryChange } from './LivePlenary.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A plenary over boards that a test writes on. */
function aHall() {
  const run = aRunState()
  const workshopId = run.workshop.id as WorkshopId
  const groupId = run.groups[1]!.id
  const boards = new Map<GroupId, BoardSnapshot>()
  let tellChanged: (name: DocumentName) => void = () => undefined
  const plenary = new LivePlenary({
    documents: {
      readBoard: async (id: GroupId) => boards.get(id) ?? sampleBoard(),
      read: async () => null,
      onChanged: (listener: (name: DocumentName) => void) => {
        tellChanged = listener
        return () => undefined
      },
    },
    runStates: { load: async () => run, onChanged: () => () => undefined },
    submissions: { list: async () => [] },
    votes: { priorities: async () => [] },
    log: { warn: () => undefined, error: () => undefined },
  } as unknown as ConstructorParameters<typeof LivePlenary>[0])
  const write = (text: string): void => {
    const items = [...(boards.get(groupId)?.items ?? []), sampleItem({ text: richTextOf(text) })]
    boards.set(groupId, sampleBoard({ items }))
    tellChanged(documentName('group', groupId))
  }
  const watch = async (people: number): Promise<PlenaryChange[][]> => {
    const heard = Array.from({ length: people }, (): PlenaryChange[] => [])
    for (const own of heard) await plenary.watch(workshopId, (change) => own.push(change))
    return heard
  }
  return { plenary, write, watch }
}

/** Somebody types for a second, a letter every ten milliseconds. */
async function typeForASecond(write: (text: string) => void): Promise<void> {
  for (let letter = 0; letter < 100; letter += 1) {
    write(`Buchstabe ${letter}`)
    await vi.advanceTimersByTimeAsync(10)
  }
}

test.each([
  ['ten for a few', 3, 10],
  ['five for a hall', 60, 5],
])('[LP2] a second of typing makes views enough to follow: %s', async (_, people, most) => {
  const { plenary, write, watch } = aHall()
  const heard = await watch(people)
  await typeForASecond(write)
  expect(heard[0]!.length).toBeGreaterThanOrEqual(most - 1)
  expect(heard[0]!.length).toBeLessThanOrEqual(most + 1)
  plenary.close()
})

test('[LP3] everybody hears of everything, and of a change as the same object', async () => {
  const { plenary, write, watch } = aHall()
  const heard = await watch(60)
  await typeForASecond(write)
  await vi.advanceTimersByTimeAsync(300)
  const keys = heard[0]!.flatMap(({ data }) => data.patch.entries?.upserts.map(({ key }) => key) ?? [])
  expect(new Set(keys).size).toBe(100)
  for (const own of heard) expect(own.every((change, at) => change === heard[0]![at])).toBe(true)
  expect(heard.every(({ length }) => length === heard[0]!.length)).toBe(true)
  plenary.close()
})

test('[LP2] the first edit after a quiet time is seen at once, also in a hall', async () => {
  const { plenary, write, watch } = aHall()
  const heard = await watch(60)
  await vi.advanceTimersByTimeAsync(1_000)
  write('Einzelner Satz')
  await vi.advanceTimersByTimeAsync(5)
  expect(heard[0]).toHaveLength(1)
  plenary.close()
})

import { binItem, editItemText, openBoard, parkItem, readBoard } from '@tafelrunde/schema'
import { SeededRandom, until } from '@tafelrunde/testkit'
import type * as Y from 'yjs'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const SEEDS: Readonly<Record<Size, number>> = { small: 2, full: 60 }
const PEOPLE = 5
const OPERATIONS = 200

/** F9 with real processes; the same over 10,000 seeds of a simulated network is `apps/server/test/simulation`. */
export const scenario: Scenario = {
  id: 'F9',
  title: 'People fall off the network and come back while all edit the same notes.',
  criterion:
    'Everybody, and whoever comes later, ends with the same board. (Reordered, dropped and delayed frames over many seeds: apps/server/test/simulation.)',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  const first = Number(process.env['SIM_SEED'] ?? Date.now() % 1_000_000)
  let partitions = 0
  await withSystem(system, {}, async (running) => {
    for (let seed = first; seed < first + SEEDS[size]; seed += 1) {
      const random = new SeededRandom(seed)
      const room = await running.openRoom()
      const members: Member[] = []
      for (let at = 0; at < PEOPLE; at += 1) members.push(await room.join())
      const offline = new Set<Member>()
      for (let operation = 0; operation < OPERATIONS; operation += 1) {
        const member = random.pick(members)
        editAtRandom(member, random)
        if (random.chance(0.05)) {
          const isComingBack = offline.delete(member)
          if (isComingBack) member.goOnline()
          else {
            member.goOffline()
            offline.add(member)
            partitions += 1
          }
        }
        if (operation % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 2))
      }
      for (const member of offline) member.goOnline()
      await until(() => members.every((member) => member.isSaved), {
        what: `everybody to be saved (seed ${seed})`,
        timeoutMs: 20_000,
      })
      const newcomer = await room.join()
      const boards = (): string[] => [...members, newcomer].map(({ ydoc }) => boardOf(ydoc))
      await checks.eventually(`seed ${seed}: all boards are the same`, () => new Set(boards()).size === 1)
      checks.noneMissing(
        `seed ${seed}: every note is there`,
        members.flatMap((member) => member.written),
        await idsOf(newcomer, members),
      )
      for (const member of [...members, newcomer]) member.leave()
    }
  })
  checks.add('people were cut off', partitions >= SEEDS[size] * 2, `${partitions} times`)
  return checks.finding(`${SEEDS[size]} seeds × ${OPERATIONS} edits × ${PEOPLE} people, ${partitions} times offline`)
}

function editAtRandom(member: Member, random: SeededRandom): void {
  const { items } = readBoard(openBoard(member.ydoc))
  if (items.length < 3 || random.chance(0.4)) {
    member.write(`notiz-${random.integer(0, 1_000_000)}`)
    return
  }
  const item = random.pick(items)
  const what = random.integer(0, 3)
  member.edit((board) => {
    if (what === 0) return editItemText(board, item.id, `${item.plainText} und mehr`)
    return what === 1 ? parkItem(board, item.id) : binItem(board, item.id)
  })
}

/** The texts as they were written, of all notes that a device has, whatever was done to them since. */
async function idsOf(newcomer: Member, members: readonly Member[]): Promise<readonly string[]> {
  const { items } = readBoard(openBoard(newcomer.ydoc))
  const present = items.map((item) => item.plainText)
  return members.flatMap((member) => member.written).filter((text) => present.some((found) => found.startsWith(text)))
}

function boardOf(ydoc: Y.Doc): string {
  return JSON.stringify(readBoard(openBoard(ydoc)))
}

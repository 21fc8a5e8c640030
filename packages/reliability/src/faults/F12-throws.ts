import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { FaultControl } from '../fault-tools/FaultControl.ts'
import { Throws } from '../fault-tools/Throws.ts'
import type { Finding, Scenario, Size, Tell } from '../Scenario.ts'
import type { Member, Room, RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const MEMBERS = 3
/** One for each place, and some more. */
const GUESTS = 20
/** How long a place goes on throwing. */
const THROWING_MS: Readonly<Record<Size, number>> = { small: 400, full: 2_000 }
const RECOVERED_WITHIN_MS = 15_000

/** F12: each hook, timer and worker of the server throws for a while. */
export const scenario: Scenario = {
  id: 'F12',
  title: 'A bug throws in a hook, a timer or a worker.',
  criterion: 'The process lives, what was acknowledged is there, and when the bug is over people go on by themselves.',
  peers: {
    H: 'its hooks are its users’ code; the peer has two, which are covered by F3 and F4',
    Y: 'has no hooks',
  },
  run,
}

async function run(system: System, size: Size, tell: Tell): Promise<Finding> {
  const checks = new Checks()
  const control = new FaultControl(['throws'])
  const throws = new Throws(control)
  try {
    return await withSystem(system, { faults: control }, async (running) => {
      const room = await running.openRoom()
      const members: Member[] = []
      for (let at = 0; at < MEMBERS; at += 1) members.push(await room.join())
      const guests: Member[] = []
      for (let at = 0; at < GUESTS; at += 1) guests.push(await (await running.openRoom()).join())
      const day = new Day({ room, members, guests })
      await until(() => countUnloaded(running) >= GUESTS, {
        what: 'the guests’ boards to be let go',
        timeoutMs: 30_000,
      })
      await day.goOn()
      const { pid } = running
      const done = new Set<string>()
      const notReached: string[] = []
      for (let place = next(throws, done); place !== undefined; place = next(throws, done)) {
        done.add(place)
        day.welcomeNext()
        throws.begin(place)
        const over = performance.now() + THROWING_MS[size]
        while (performance.now() < over) {
          await Promise.race([day.goOn(), new Promise((resolve) => setTimeout(resolve, 50))]).catch(() => undefined)
        }
        throws.end()
        const times = throws.timesThrown(place)
        if (times === 0) notReached.push(place)
        checks.add(`${place}: the process lives`, running.isRunning && running.pid === pid, `threw ${times} times`)
        if (!running.isRunning) break
        await checks.eventually(
          `${place}: people go on`,
          async () => {
            await day.goOn()
            return members.every((member) => member.isSaved)
          },
          RECOVERED_WITHIN_MS,
        )
        tell(`${place}: threw ${times} times`)
      }
      await until(() => members.every((member) => member.isSaved), { what: 'everybody', timeoutMs: 20_000 })
      checks.add(
        'hooks, timers and workers threw',
        done.size - notReached.length >= 10,
        `${done.size - notReached.length} of ${done.size}; not again: ${notReached.join(', ') || 'none'}`,
      )
      const notes = await room.readNotes()
      checks.noneMissing(
        'every note is there',
        members.flatMap((member) => member.written),
        notes,
      )
      checks.nothingTwice('once', notes)
      return checks.finding(`${done.size - notReached.length} places threw, the process and the board lived on`)
    })
  } finally {
    control.remove()
  }
}

function next(throws: Throws, done: ReadonlySet<string>): string | undefined {
  return throws.places.find((place) => !done.has(place))
}

function countUnloaded(running: RunningSystem): number {
  return running.output().split('document.unloaded').length - 1
}

/** What people do all day: write, point, come to a board and leave it. */
class Day {
  readonly #room: Room
  readonly #members: readonly Member[]
  /** Each has a board to itself, which is not in memory before the first visit and is let go after it. */
  readonly #guests: readonly Member[]
  #guest = 0
  #isVisiting = false

  constructor(parts: { readonly room: Room; readonly members: readonly Member[]; readonly guests: readonly Member[] }) {
    this.#room = parts.room
    this.#members = parts.members
    this.#guests = parts.guests
    for (const guest of this.#guests) guest.goOffline()
  }

  /** From now on somebody else comes and goes. */
  welcomeNext(): void {
    this.#guest = (this.#guest + 1) % this.#guests.length
  }

  async goOn(): Promise<void> {
    for (const [at, member] of this.#members.entries()) {
      member.write(`${at}-${member.written.length}`)
      member.point(at, member.written.length)
    }
    await Promise.all([this.#room.readNotes(), this.#visit()])
  }

  async #visit(): Promise<void> {
    const guest = this.#guests[this.#guest]
    if (this.#isVisiting || !guest) return
    this.#isVisiting = true
    guest.write(`gast-${guest.written.length}`)
    guest.goOnline()
    await until(() => guest.isSaved, { what: 'the guest', timeoutMs: 1_000 }).catch(() => undefined)
    guest.goOffline()
    this.#isVisiting = false
  }
}

import { TrayResponse, type RunCommand } from '@tafelrunde/protocol'
import { readBoard, openBoard } from '@tafelrunde/schema'
import type { Member } from '../systems/System.ts'
import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { Clock } from '../fault-tools/Clock.ts'
import { FaultControl } from '../fault-tools/FaultControl.ts'
import type { Finding, Scenario } from '../Scenario.ts'
import { ours, type OurRoom, type OurRunningSystem } from '../systems/ours.ts'
import type { ProviderMember } from '../systems/ProviderMember.ts'
import { withSystem } from '../systems/withSystem.ts'

const WRITERS = 4
const HOUR_MS = 3_600_000

/** F16: writing is refused in mid-sentence and to somebody who comes back after an hour. */
export const scenario: Scenario = {
  id: 'F16',
  title: 'Writing is refused in mid-sentence and after an hour offline.',
  criterion:
    'Freeze, lock, step and a change of seat: every text is on the board or in its author’s tray, every device ends with the server’s board, nobody is refused silently.',
  peers: {
    H: 'refuses nobody; its read-only flag is set by its user’s code',
    Y: 'refuses nobody',
  },
  run: async (): Promise<Finding> => {
    const control = new FaultControl(['clock'])
    try {
      return await withSystem(ours, { faults: control }, async (running) => {
        const checks = new Checks()
        let trayed = 0
        for (const refusal of REFUSALS) trayed += await refuse({ running, checks, clock: new Clock(control) }, refusal)
        return checks.finding(`${trayed} texts in their authors’ trays, none lost, no device forked`)
      })
    } finally {
      control.remove()
    }
  },
}

interface Refusal {
  readonly name: string
  /** End writing for everybody, or for the one who is offline. */
  readonly begin: (call: Call, room: OurRoom, offline: ProviderMember) => Promise<void>
  readonly codes: readonly string[]
}

type Call = (method: string, path: string, body: unknown) => Promise<void>

const command = (body: (room: OurRoom) => RunCommand): Refusal['begin'] => {
  return (call, room) => call('POST', '/run', body(room))
}

/** A step in which nobody writes. */
const PAUSE = {
  title: 'Pause',
  instruction: '',
  minutes: 10,
  writableRoots: [],
  where: 'all',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'instruction',
  parts: [],
}

const REFUSALS: readonly Refusal[] = [
  { name: 'freeze', begin: command(() => ({ type: 'freeze' })), codes: ['board.frozen'] },
  { name: 'lock', begin: command(({ groupId }) => ({ type: 'board.lock', groupId })), codes: ['board.locked'] },
  {
    name: 'step',
    codes: ['step.closed'],
    begin: async (call) => {
      await call('PATCH', '', { steps: [PAUSE] })
      await call('POST', '/run', { type: 'step.next' } satisfies RunCommand)
    },
  },
  {
    name: 'another group',
    codes: ['group.foreign', 'document.notOpen'],
    begin: async (call, room, offline) => {
      const groupId = room.workshop.groups[1]?.id
      await call('PATCH', `/seats/${offline.participant.seatId}`, { groupId })
    },
  },
]

interface RefusalParts {
  readonly running: OurRunningSystem
  readonly checks: Checks
  readonly clock: Clock
}

async function refuse({ running, checks, clock }: RefusalParts, { name, begin, codes }: Refusal): Promise<number> {
  const room = await running.openRoom()
  const moderator = await room.takeSeat(room.workshop.links.moderator, 'Mo')
  const base = `${running.url}/api/v1/workshops/${room.workshop.workshop.id}`
  const call: Call = async (method, path, body) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${moderator.token}` }
    const answer = await fetch(`${base}${path}`, { method, headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  }
  const members: ProviderMember[] = []
  for (let at = 0; at < WRITERS; at += 1) members.push(await room.join(`Person ${at}`))
  const [offline, ...writers] = members as [ProviderMember, ...ProviderMember[]]
  const writing = setInterval(
    () => writers.forEach((writer, at) => writer.write(`${name}-${at}-${writer.written.length}`)),
    5,
  )
  offline.write(`${name}-online`)
  await until(() => offline.isSaved && writers.every((writer) => writer.written.length > 20), {
    what: 'people to write',
  })
  offline.goOffline()
  for (let note = 0; note < 5; note += 1) offline.write(`${name}-offline-${note}`)
  await begin(call, room, offline)
  clock.set(HOUR_MS)
  offline.write(`${name}-im-letzten-Moment`)
  offline.goOnline()
  await checks.eventually(`${name}: who comes back is told why`, () =>
    offline.refusals.some((code) => codes.includes(code)),
  )
  await until(() => members.every((member) => member.isSaved), { what: 'boards and trays', timeoutMs: 20_000 })
  clearInterval(writing)
  await until(() => members.every((member) => member.isSaved), { what: 'boards and trays', timeoutMs: 20_000 })
  clock.set(0)
  await checkEverybody({ base, room, members, checks, name })
  const forgotten = writers.flatMap(({ refusals }) => refusals)
  checks.add(
    `${name}: who is there is told before, not refused`,
    forgotten.length === 0,
    forgotten.join(', ') || 'nobody refused',
  )
  for (const member of members) member.leave()
  return offline.tray.length
}

async function checkEverybody({
  base,
  room,
  members,
  checks,
  name,
}: {
  base: string
  room: OurRoom
  members: readonly ProviderMember[]
  checks: Checks
  name: string
}): Promise<void> {
  const board = new Set(await room.readNotes())
  const lost: string[] = []
  let doubled = 0
  for (const { participant, written } of members) {
    const answer = await fetch(`${base}/tray`, { headers: { authorization: `Bearer ${participant.token}` } })
    const tray = new Set(TrayResponse.parse(await answer.json()).entries.map(({ text }) => text))
    lost.push(...written.filter((text) => !board.has(text) && !tray.has(text)))
    // A text that was on the board before may be in the tray as well: something else of its note was unsent.
    doubled += written.filter((text) => text.includes('offline') && board.has(text) && tray.has(text)).length
  }
  checks.add(`${name}: every text is on the board or in its author's tray`, lost.length === 0, `${lost.length} lost`)
  checks.add(`${name}: not in both`, doubled === 0, `${doubled} twice`)
  // Who was moved may not read the board any more and has left it.
  const readers = members.filter((member) => isReading(member))
  const isSame = (): boolean => new Set(readers.map(boardOf)).size === 1
  await checks.eventually(`${name}: nobody is forked`, isSame)
}

function isReading(member: ProviderMember): boolean {
  return !member.refusals.some((code) => ['group.foreign', 'document.notOpen'].includes(code))
}

function boardOf({ ydoc }: Member): string {
  return JSON.stringify(readBoard(openBoard(ydoc)))
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Place } from '@tafelrunde/bench/Wire'
import { documentName, ERRORS, JoinResponse, type CreateWorkshopResponse } from '@tafelrunde/protocol'
import { openBoard, readBoard } from '@tafelrunde/schema'
import type { GroupId, SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import { createWorkshop, inviteOf, Participant, SERVER_ARGUMENTS, until } from '@tafelrunde/testkit'
import { ProcessUnderTest } from './ProcessUnderTest.ts'
import { ProviderMember } from './ProviderMember.ts'
import type { Room, RunningSystem, StartOptions, System, Way } from './System.ts'

const MAIN = join(import.meta.dirname, '../../../../apps/server/src/main.ts')
/** Seats per link are throttled: a refused one is asked for again. */
const JOIN_PATIENCE_MS = 60_000

/** A board of a real workshop, for scenarios that ask what only ours has. */
export interface OurRoom extends Room {
  readonly workshop: CreateWorkshopResponse
  readonly groupId: GroupId
  join(name?: string, way?: Way): Promise<ProviderMember>
  /** Take a seat through a link of the workshop. */
  takeSeat(link: string, name?: string): Promise<JoinResponse>
}

/** Tafelrunde as `npm start` runs it. */
export interface OurRunningSystem extends RunningSystem {
  readonly url: string
  openRoom(people?: number): Promise<OurRoom>
}

/** Tafelrunde as `npm start` runs it, on an empty data folder; rooms are boards of real workshops. */
export const ours: System & { start(options?: StartOptions): Promise<OurRunningSystem> } = {
  name: 'ours',
  wire: 'hocuspocus',
  acknowledges: true,
  stores: true,
  async start(options = {}) {
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tafelrunde-reliability-'))
    const process = await ProcessUnderTest.start((port) => ({
      args: [...SERVER_ARGUMENTS, ...(options.faults?.args ?? []), MAIN],
      env: {
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        ...options.faults?.env,
        ...options.env,
      },
      readyPath: '/readyz',
    }))
    const url = `http://127.0.0.1:${process.port}`
    const people = new Set<Participant>()
    return {
      system: ours,
      url,
      port: process.port,
      dataDir,
      probePath: '/healthz',
      get pid() {
        return process.pid
      },
      get exited() {
        return process.exited
      },
      get isRunning() {
        return process.isRunning
      },
      output: () => process.output,
      openRoom: (size = 8) => openRoom(url, size, people),
      kill: (signal) => process.kill(signal),
      restart: () => process.start(),
      async stop() {
        for (const person of people) person.leave()
        await process.kill('SIGKILL')
        if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
      },
    }
  },
}

/** Most places that a group can be given. */
const MOST_PLACES = 100

async function openRoom(url: string, size: number, people: Set<Participant>): Promise<OurRoom> {
  // A group has at most 100 places; without a size it takes as many as the workshop has.
  const bound = size <= MOST_PLACES ? { maxSeats: Math.max(8, size) } : {}
  const groups = [{ name: 'Gruppe', ...bound }, { name: 'Nachbargruppe' }]
  const workshop = await createWorkshop(url, { title: 'Verlässlichkeit', groups })
  const [group] = workshop.groups
  if (!group) throw new Error('the workshop has no group')
  const groupId = group.id as GroupId
  const takeSeat = (link: string, name = 'Anna'): Promise<JoinResponse> => seatOf(url, inviteOf(link), name)
  const participantOf = ({ token, seatId }: { token: string; seatId: SeatId }, way?: Way): Participant => {
    const person = new Participant({
      syncUrl: `${(way?.via ?? url).replace(/^http/, 'ws')}/sync`,
      ...(way?.transport ? { transport: way.transport } : {}),
      token,
      seatId,
      workshopId: workshop.workshop.id as WorkshopId,
      groupId,
      putTray: async (entry) => {
        const { status } = await post(`${url}/api/v1/workshops/${workshop.workshop.id}/tray`, entry, token)
        if (status >= 300) throw new Error(`the tray answered ${status}`)
      },
    })
    people.add(person)
    return person
  }
  // Whoever looks at what is stored has a seat from the beginning: taking one needs a disk that takes writes.
  const onlooker = await takeSeat(workshop.links.moderator, 'Mo')
  return {
    workshop,
    groupId,
    takeSeat,
    async join(name, way) {
      const { token, seat } = await takeSeat(group.link, name)
      const participant = participantOf({ token, seatId: seat.id as SeatId }, way)
      return ProviderMember.open({ participant, groupId, isToldWhenToWrite: true })
    },
    comeBack(member, kept, way) {
      const { token, seatId } = (member as ProviderMember).participant
      const participant = participantOf({ token, seatId }, way)
      return ProviderMember.open({ participant, groupId, isToldWhenToWrite: true, kept })
    },
    async takePlace(name): Promise<Place> {
      const { token } = await takeSeat(group.link, name)
      return { documentName: documentName('group', groupId), token }
    },
    async readNotes() {
      const look = participantOf({ token: onlooker.token, seatId: onlooker.seat.id as SeatId })
      const isRefused = (): boolean => look.refusals.some(({ code }) => ERRORS[code].client !== 'retry')
      const notes = await until(
        () => {
          const document = look.open(documentName('group', groupId))
          if (document.isSynced) return readBoard(openBoard(document.ydoc)).items.map((item) => item.plainText)
          return isRefused() ? [] : null
        },
        { what: 'the board' },
      )
      look.leave()
      people.delete(look)
      if (isRefused()) throw new Error(look.refusals.map(({ code }) => code).join(', '))
      return notes
    },
  }
}

async function seatOf(url: string, invite: string, name: string): Promise<JoinResponse> {
  const ask = async (): Promise<JoinResponse | null> => {
    const { status, body } = await post(`${url}/api/v1/seats`, { invite, name })
    if (status === 429) return null
    if (status !== 201) throw new Error(`no seat: ${status} ${JSON.stringify(body)}`)
    return JoinResponse.parse(body)
  }
  return until(ask, { what: 'a seat', timeoutMs: JOIN_PATIENCE_MS })
}

async function post(url: string, body: unknown, token?: string): Promise<{ status: number; body: unknown }> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentName } from '@tafelrunde/protocol'
import { openBoard, readBoard } from '@tafelrunde/schema'
import { newId, type GroupId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import { Participant } from '@tafelrunde/testkit'
import { ProcessUnderTest } from './ProcessUnderTest.ts'
import { ProviderMember } from './ProviderMember.ts'
import type { Room, System, Way } from './System.ts'

/** The peer of the benchmarks: Hocuspocus with its defaults, stored as its SQLite extension stores. */
const SERVER = createRequire(import.meta.url).resolve('@tafelrunde/bench/peers/hocuspocus')

/** H: `@hocuspocus/server` as shipped, with SQLite and its defaults. */
export const hocuspocus: System = {
  name: 'H',
  wire: 'hocuspocus',
  acknowledges: true,
  stores: true,
  async start(options = {}) {
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tafelrunde-reliability-'))
    const process = await ProcessUnderTest.start((port) => ({
      args: [...(options.faults?.args ?? []), SERVER, String(port), join(dataDir, 'documents.sqlite')],
      env: { ...options.faults?.env, ...options.env },
      readyPath: '/',
    }))
    const people = new Set<Participant>()
    return {
      system: hocuspocus,
      port: process.port,
      dataDir,
      probePath: '/',
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
      openRoom: async () => openRoom(process.port, people),
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

function openRoom(port: number, people: Set<Participant>): Room {
  const groupId = newId<GroupId>()
  const newParticipant = (way?: Way): Participant => {
    const person = new Participant({
      syncUrl: `${(way?.via ?? `http://127.0.0.1:${port}`).replace(/^http/, 'ws')}/sync`,
      token: 'reliability',
      seatId: newId<SeatId>(),
      workshopId: newId<WorkshopId>(),
      groupId,
    })
    people.add(person)
    return person
  }
  return {
    join: (_name, way) => ProviderMember.open({ participant: newParticipant(way), groupId, isToldWhenToWrite: false }),
    comeBack: (_member, kept, way) =>
      ProviderMember.open({ participant: newParticipant(way), groupId, isToldWhenToWrite: false, kept }),
    takePlace: async () => ({ documentName: documentName('group', groupId), token: 'reliability' }),
    async readNotes() {
      const look = newParticipant()
      const { ydoc } = await look.openBoard(groupId)
      const notes = readBoard(openBoard(ydoc)).items.map((item) => item.plainText)
      look.leave()
      people.delete(look)
      return notes
    },
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ProcessUnderTest } from './ProcessUnderTest.ts'
import type { System, Way } from './System.ts'
import { YWebsocketMember } from './YWebsocketMember.ts'

/** The server that y-websocket 2 ships, unchanged; its package exports do not name the file. */
const SERVER = join(dirname(createRequire(import.meta.url).resolve('y-websocket')), '../bin/server.cjs')

/** Y: the server of y-websocket 2 as it is started by default, with everything in memory. */
export const yWebsocket: System = {
  name: 'Y',
  wire: 'y-websocket',
  acknowledges: false,
  stores: false,
  async start(options = {}) {
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tafelrunde-reliability-'))
    const process = await ProcessUnderTest.start((port) => ({
      args: [...(options.faults?.args ?? []), SERVER],
      env: { HOST: '127.0.0.1', PORT: String(port), ...options.faults?.env, ...options.env },
      readyPath: '/',
    }))
    const members = new Set<YWebsocketMember>()
    let rooms = 0
    const open = async (room: string, kept: Uint8Array | null = null, way?: Way): Promise<YWebsocketMember> => {
      const member = await YWebsocketMember.open(way?.via ?? `http://127.0.0.1:${process.port}`, room, kept)
      members.add(member)
      return member
    }
    return {
      system: yWebsocket,
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
      async openRoom() {
        const name = `room-${(rooms += 1)}`
        return {
          join: (_name, way) => open(name, null, way),
          comeBack: (_member, kept, way) => open(name, kept, way),
          takePlace: async () => ({ documentName: name, token: '' }),
          async readNotes() {
            const look = await open(name)
            const notes = look.notes()
            look.leave()
            members.delete(look)
            return notes
          },
        }
      },
      kill: (signal) => process.kill(signal),
      restart: () => process.start(),
      async stop() {
        for (const member of members) member.leave()
        await process.kill('SIGKILL')
        if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
      },
    }
  },
}

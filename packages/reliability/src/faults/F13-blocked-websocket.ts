import { SeededRandom, startProxy, until, type Proxy, type ProxyMode } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import { keepWriting } from '../systems/keepWriting.ts'
import type { Member, Room, RunningSystem, System, Way } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const WRITING_MS: Readonly<Record<Size, number>> = { small: 600, full: 10_000 }
/** A proxy that holds answers back until they end costs the client some seconds before it polls. */
const SEEN_WITHIN_MS = 10_000

const BLOCKED: Readonly<Record<string, ProxyMode>> = {
  'upgrades refused': { upgrades: 'refused' },
  'upgrades refused, answers held back': { upgrades: 'refused', buffers: true },
  'upgrades refused, every connection cut after half a second': { upgrades: 'refused', cutAfterMs: 500 },
  'upgrades refused, one request in ten lost': { upgrades: 'refused', dropChance: 0.1, seed: 13 },
}

/** F13: proxies that let no WebSocket through, from the beginning and from one moment on. The browser's choice between the ways is tested in apps/web/e2e. */
export const scenario: Scenario = {
  id: 'F13',
  title: 'WebSockets are blocked, before and in mid-session.',
  criterion:
    'People go on over plain HTTP through proxies that refuse upgrades, hold answers back, cut and lose requests: nothing is lost or doubled. (In a browser: apps/web/e2e.)',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  let through = 0
  await withSystem(system, {}, async (running) => {
    const proxy = await startProxy({ target: `http://127.0.0.1:${running.port}` })
    try {
      for (const [habit, mode] of Object.entries(BLOCKED)) {
        proxy.setMode(mode)
        if (await writeThrough({ running, proxy, checks, size }, habit)) through += 1
      }
      await blockInMidSession({ running, proxy, checks, size })
    } finally {
      await proxy.close()
    }
  })
  return checks.finding(`${through} of ${Object.keys(BLOCKED).length} blocking proxies passed`)
}

interface ProxyParts {
  readonly running: RunningSystem
  readonly proxy: Proxy
  readonly checks: Checks
  readonly size: Size
}

/** Somebody behind the proxy writes with somebody who is not. */
async function writeThrough({ running, proxy, checks, size }: ProxyParts, habit: string): Promise<boolean> {
  const room = await running.openRoom()
  const outside = await room.join()
  const inside = await room.join('Bea', wayThrough(running, proxy)).catch(() => null)
  checks.add(`${habit}: gets in`, inside !== null, inside ? 'yes' : 'no')
  if (!inside) return false
  await writeTogether([outside, inside], size)
  await checkRoom(checks, habit, { room, members: [outside, inside] })
  return true
}

/** From one moment on, nothing comes through the WebSocket any more, and no new one opens. */
async function blockInMidSession({ running, proxy, checks, size }: ProxyParts): Promise<void> {
  const habit = 'blocked in mid-session'
  proxy.setMode({})
  const room = await running.openRoom()
  const outside = await room.join()
  const before = await room.join('Bea', { via: proxy.url })
  await writeTogether([outside, before], size)
  before.write('mitten im Satz')
  proxy.setMode({ upgrades: 'refused' })
  proxy.cut()
  before.write('ohne Netz')
  const kept = Y.encodeStateAsUpdate(before.ydoc)
  before.leave()
  const after = await room.comeBack(before, kept, wayThrough(running, proxy)).catch(() => null)
  checks.add(`${habit}: goes on`, after !== null, after ? 'yes' : 'no')
  if (!after) return
  await writeTogether([outside, after], size)
  await checkRoom(checks, habit, { room, members: [outside, after], written: before.written })
}

function wayThrough({ system }: RunningSystem, { url }: Proxy): Way {
  return system.name === 'ours' ? { via: url, transport: 'http' } : { via: url }
}

async function writeTogether(members: readonly Member[], size: Size): Promise<void> {
  const stopWriting = keepWriting(members, new SeededRandom(13), 10)
  await new Promise((resolve) => setTimeout(resolve, WRITING_MS[size]))
  stopWriting()
}

async function checkRoom(
  checks: Checks,
  habit: string,
  { room, members, written = [] }: { room: Room; members: readonly Member[]; written?: readonly string[] },
): Promise<void> {
  const isSaved = (): boolean => members.every((member) => member.isSaved)
  await until(isSaved, { what: `everybody to be saved: ${habit}`, timeoutMs: 30_000 }).catch(() => undefined)
  checks.add(`${habit}: everything is acknowledged`, isSaved(), members.map((member) => member.isSaved).join(', '))
  const wanted = [...written, ...members.flatMap((member) => member.written)]
  checks.add(
    `${habit}: people wrote`,
    members.every((member) => member.written.length > 2),
    `${wanted.length} notes`,
  )
  const notes = await room.readNotes()
  checks.noneMissing(`${habit}: every note is there`, wanted, notes)
  checks.add(`${habit}: once`, notes.length === wanted.length, `${notes.length} of ${wanted.length}`)
  const seesAll = (): boolean => members.every((member) => member.notes().length === wanted.length)
  await checks.eventually(`${habit}: both see all of it`, seesAll, SEEN_WITHIN_MS)
}

import { WIRES } from '@tafelrunde/bench/wires'
import { until } from '@tafelrunde/testkit'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { handshakeFrame } from '../attack-tools/frames.ts'
import { RawSockets } from '../attack-tools/rawSockets.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const DRIPPING: Readonly<Record<Size, number>> = { small: 150, full: 600 }
const SILENT: Readonly<Record<Size, number>> = { small: 400, full: 2_000 }
const FRAGMENTED_BYTES = 24 * 1024 * 1024
/** More than any document here may send at once; a server that takes it holds it in memory until the last fragment. */
const MAX_TAKEN_BYTES = 4 * 1024 * 1024
const HANDSHAKES_PER_SECOND = 300
const NOTES_ON_THE_BOARD = 400
const JOIN_WITHIN_MS = 3_000

/** A8: sockets that say nothing, heads that never end, messages in endless fragments, a board asked for all the time. */
export const scenario: Scenario = {
  id: 'A8',
  title: 'Half-open sockets, slow heads, endless fragments, handshake loops.',
  criterion:
    'Silent sockets and slow heads keep nobody out (a newcomer gets in within 3 s), no message grows without end.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const room = await running.openRoom()
    const filler = await room.join('Fleißige')
    for (let at = 0; at < NOTES_ON_THE_BOARD; at += 1) filler.write(`voll-${at} ${'x'.repeat(400)}`)
    await until(() => filler.isSaved, { what: 'the board to be filled' })
    const place = await room.takePlace('Angreifer')
    const path = WIRES[system.wire].path(place)
    const frames = [handshakeFrame(system.wire, place)]
    const slowestJoin = { ms: 0 }
    let held = 0
    let taken = 0
    const report = await besiege({
      running,
      room,
      checks,
      size,
      attackers: [{ place, frames, perSecond: HANDSHAKES_PER_SECOND }],
      begin: async () => {
        const sockets = new RawSockets(running.port)
        await sockets.dripHeaders(DRIPPING[size], path)
        await sockets.upgradeAndWait(SILENT[size], path)
        const startedAt = performance.now()
        const newcomer = await room.join('Neue').catch(() => null)
        slowestJoin.ms = Math.max(slowestJoin.ms, newcomer ? performance.now() - startedAt : Infinity)
        newcomer?.leave()
        return async () => {
          taken = Math.max(taken, await sockets.fragmentWithoutEnd(path, FRAGMENTED_BYTES))
          held = Math.max(held, sockets.open + sockets.ended)
          sockets.drop()
        }
      },
    })
    checks.add('slow heads and silent sockets were there', held >= DRIPPING[size] + SILENT[size], `${held} sockets`)
    const joinMs = Math.round(slowestJoin.ms)
    const joined = Number.isFinite(joinMs) ? `in ${joinMs} ms` : 'not at all'
    checks.add('a newcomer gets in within 3 s', joinMs <= JOIN_WITHIN_MS, joined)
    const takenMb = (taken / 1024 / 1024).toFixed(1)
    checks.add('an endless message is cut off', taken <= MAX_TAKEN_BYTES, `after ${takenMb} MB`)
    await assertOnlyHonest({ running, room, checks }, [...filler.written, ...report.pair.writer.written])
    return checks.finding(`${describeSiege(report)}, newcomer ${joined}, endless message ${takenMb} MB`)
  })
}

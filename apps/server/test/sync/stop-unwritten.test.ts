import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { addItem } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import { createWorkshop, inviteOf, Participant, startServer, until, type ServerProcess } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'

let dataDir: string
let server: ServerProcess
let anna: Participant
let groupId: GroupId
let held: DatabaseSync | null

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-unwritten-'))
  server = await startServer({ dataDir })
  const { groups } = await createWorkshop(server.url, { title: 'Stop', groups: 1 })
  groupId = groups[0]!.id as GroupId
  anna = await Participant.join({ url: server.url, invite: inviteOf(groups[0]!.link), name: 'Anna' })
  await anna.openBoard(groupId)
  await until(() => write('vorher'))
  await until(() => anna.isSaved)
  // To the writer it is the same as a disk that does not answer.
  held = new DatabaseSync(join(dataDir, 'tafelrunde.sqlite'))
  held.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE')
  await until(() => write('ungeschrieben'))
}, 60_000)
afterEach(async () => {
  held?.close()
  anna.leave()
  await server.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

function write(text: string): unknown {
  return anna.edit(groupId, (board) => addItem(board, { place: { canvasId: null, fieldId: 'free' }, text }))
}

/** What a process has written can arrive after its end. */
async function hears(what: string): Promise<void> {
  await until(() => server.output().includes(what), { what })
}

it('[K3] does not end with 0 while something is unwritten, says so, and nothing is lost', async () => {
  const startedAt = performance.now()
  const { code } = await server.kill('SIGTERM')
  expect(performance.now() - startedAt).toBeLessThan(5_500)
  expect(code).not.toBe(0)
  await hears('the disk did not take everything')
  await hears('server.stopTimedOut')
  expect(anna.isSaved).toBe(false)
  held?.close()
  held = null
  server = await startServer({ dataDir, port: server.port })
  await until(() => anna.isSaved, { what: 'Anna to bring her note again', timeoutMs: 20_000 })
  const texts = anna.read(groupId).items.map(({ plainText }) => plainText)
  expect(texts).toEqual(['vorher', 'ungeschrieben'])
}, 60_000)

it('[K4] ends at once at a second signal, and not with 0', async () => {
  const ended = server.kill('SIGTERM')
  await until(() => server.output().includes('server.stopping'))
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const startedAt = performance.now()
  void server.kill('SIGTERM')
  const { code } = await ended
  expect(performance.now() - startedAt).toBeLessThan(1_000)
  expect(code).not.toBe(0)
  await hears('server.stopForced')
}, 60_000)

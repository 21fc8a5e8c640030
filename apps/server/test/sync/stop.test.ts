import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addItem } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import { createWorkshop, inviteOf, Participant, startServer, until } from '@tafelrunde/testkit'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'

it('[K1] ends at SIGTERM within five seconds with everything on disk, tells the clients, and they go on afterwards', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-stop-'))
  let server = await startServer({ dataDir })
  const { url, port } = server
  const people: Participant[] = []
  try {
    const { groups } = await createWorkshop(url, { title: 'Stop', groups: 1 })
    const groupId = groups[0]!.id as GroupId
    for (let i = 0; i < 12; i += 1) {
      people.push(await Participant.join({ url, invite: inviteOf(groups[0]!.link), name: 'Anna' }))
    }
    await Promise.all(people.map((person) => person.openBoard(groupId)))
    const onlooker = new WebSocket(`ws://127.0.0.1:${port}/sync`)
    const told = new Promise<[number, string]>((resolve) =>
      onlooker.on('close', (code, reason) => resolve([code, reason.toString()])),
    )
    const written: string[] = []
    const writing = setInterval(() => {
      for (const person of people) {
        const text = `notiz-${written.length}`
        const place = { canvasId: null, fieldId: 'free' }
        if (person.edit(groupId, (board) => addItem(board, { place, text }))) written.push(text)
      }
    }, 10)
    await until(() => written.length > 200)
    const startedAt = performance.now()
    const { code } = await server.kill('SIGTERM')
    expect(code).toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    expect(await told).toEqual([4503, 'server.stopping'])
    clearInterval(writing)
    server = await startServer({ dataDir, port })
    await until(() => people.every((person) => person.isSaved), { what: 'everybody to be saved', timeoutMs: 20_000 })
    const late = await Participant.join({ url, invite: inviteOf(groups[0]!.link), name: 'Ben' })
    people.push(late)
    await late.openBoard(groupId)
    const stored = late.read(groupId).items.map((item) => item.plainText)
    expect(new Set(stored)).toEqual(new Set(written))
    expect(stored).toHaveLength(written.length)
  } finally {
    for (const person of people) person.leave()
    await server.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addItem } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import { TrayResponse } from '@tafelrunde/protocol'
import { createWorkshop, inviteOf, Participant, SeededRandom, startServer, until } from '@tafelrunde/testkit'
import { expect, it } from 'vitest'

it("[F1] freezes and opens again on the real server: every typed character is on the board or in its author's tray", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-freeze-'))
  const server = await startServer({ dataDir })
  const { url } = server
  const everybody: Participant[] = []
  const random = new SeededRandom(44)
  try {
    const workshop = await createWorkshop(url, { title: 'Freeze', groups: [{ name: 'A', maxSeats: 12 }] })
    const group = workshop.groups[0]!
    const groupId = group.id as GroupId
    const moderator = await Participant.join({ url, invite: inviteOf(workshop.links.moderator), name: 'Mo' })
    everybody.push(moderator)
    const command = async (type: 'freeze' | 'unfreeze'): Promise<void> => {
      const response = await fetch(`${url}/api/v1/workshops/${workshop.workshop.id}/run`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${moderator.token}` },
        body: JSON.stringify({ type }),
      })
      expect(response.status).toBe(200)
    }
    const people: Participant[] = []
    for (let i = 0; i < 20; i += 1) {
      people.push(await Participant.join({ url, invite: inviteOf(group.link), name: `Person ${i}` }))
    }
    everybody.push(...people)
    await Promise.all([moderator, ...people].map((person) => person.openBoard(groupId)))
    await until(() => people.every((person) => person.edit(groupId, () => true)))
    const typed = new Map<Participant, string[]>(people.map((person) => [person, []]))
    let words = 0
    const typing = setInterval(() => {
      for (const person of people) {
        if (!random.chance(0.2)) continue
        const text = `wort-${words}`
        const place = { canvasId: null, fieldId: 'free' }
        if (!person.edit(groupId, (board) => addItem(board, { place, text }))) continue
        words += 1
        typed.get(person)?.push(text)
      }
    }, 10)
    const offline = people[3] as Participant
    await until(() => words > 80)
    offline.goOffline()
    await until(() => words > 160)
    const startedAt = performance.now()
    await command('freeze')
    // Everybody answers, so nobody is waited for in vain.
    expect(performance.now() - startedAt).toBeLessThan(2_500)
    await until(() => (typed.get(offline)?.length ?? 0) > 8)
    void offline.goOnline()
    await until(() => offline.refusals.length > 0 && offline.isSaved, { what: 'the offline person to be refused' })
    const frozenAt = words
    await command('unfreeze')
    await until(() => words > frozenAt + 80, { what: 'everybody to write again' })
    clearInterval(typing)
    await until(() => people.every((person) => person.isSaved), { what: 'everybody to be saved' })
    const boardOf = (person: Participant): string[] => person.read(groupId).items.map((item) => item.plainText)
    await until(() => people.every((person) => boardOf(person).length === boardOf(moderator).length))
    for (const person of people) expect(boardOf(person)).toEqual(boardOf(moderator))
    const onBoard = new Set(boardOf(moderator))
    for (const person of people) {
      const response = await fetch(`${url}/api/v1/workshops/${workshop.workshop.id}/tray`, {
        headers: { authorization: `Bearer ${person.token}` },
      })
      const tray = TrayResponse.parse(await response.json()).entries.map((entry) => entry.text)
      expect((typed.get(person) ?? []).filter((text) => !onBoard.has(text) && !tray.includes(text))).toEqual([])
      if (person === offline) expect(tray.length).toBeGreaterThan(0)
    }
    expect(offline.refusals[0]?.code).toBe('board.frozen')
    expect(people.filter((person) => person !== offline).flatMap((person) => person.refusals)).toEqual([])
  } finally {
    for (const person of everybody) person.leave()
    await server.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentName } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import {
  createWorkshop,
  inviteOf,
  Participant,
  SeededRandom,
  startProxy,
  startServer,
  until,
  type Transport,
} from '@tafelrunde/testkit'
import { expect, it } from 'vitest'

const ROUNDS = Number(process.env['FALLBACK_KILL_ROUNDS'] ?? 3)
const SEED = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000)
const EDITORS = 9

/** Notes of one person, each with the clock of its author behind it. */
interface Editor {
  readonly person: Participant
  readonly notes: { readonly text: string; readonly clock: number }[]
}

it(
  `[T15] [T18] [K2] an edit that was acknowledged over plain HTTP survives a kill: ${EDITORS} editors, ${ROUNDS} kills, seed ${SEED}`,
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const random = new SeededRandom(SEED)
    const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-fallback-kill-'))
    let server = await startServer({ dataDir })
    const { port, url } = server
    const buffering = await startProxy({ target: url, mode: { buffers: true } })
    const cutting = await startProxy({ target: url, mode: { cutAfterMs: 400 } })
    const everybody: Participant[] = []
    try {
      const workshop = await createWorkshop(url, { title: 'Kill', groups: [{ name: 'A', maxSeats: 20 }] })
      const group = workshop.groups[0]!
      const groupId = group.id as GroupId
      const arrive = async (transport: Transport, syncVia = url): Promise<Participant> => {
        const person = await Participant.join({ url, invite: inviteOf(group.link), name: 'Anna', transport, syncVia })
        everybody.push(person)
        await person.openBoard(groupId)
        return person
      }
      const ways = [url, buffering.url, cutting.url]
      const editors = await Promise.all(
        Array.from({ length: EDITORS }, async (_, index): Promise<Editor> => {
          return { person: await arrive('http', ways[index % ways.length]!), notes: [] }
        }),
      )
      const documentOf = (person: Participant) => person.open(documentName('group', groupId))
      const write = ({ person, notes }: Editor): void => {
        const text = `${person.seatId}-${notes.length}`
        const place = { canvasId: null, fieldId: 'free' }
        if (!person.edit(groupId, (board) => addItem(board, { place, text }))) return
        notes.push({ text, clock: documentOf(person).progress.now })
      }
      const acknowledgedOf = ({ person, notes }: Editor): string[] => {
        const { saved } = documentOf(person).progress
        return notes.filter(({ clock }) => clock <= saved).map(({ text }) => text)
      }
      const textsOf = (person: Participant): string[] =>
        person
          .read(groupId)
          .items.map((item) => item.plainText)
          .toSorted()
      /** What is on disk, seen by somebody who has never been here. */
      const readStored = async (): Promise<string[]> => {
        const reader = await arrive('websocket')
        const texts = textsOf(reader)
        reader.leave()
        everybody.splice(everybody.indexOf(reader), 1)
        return texts
      }

      let acknowledgedAtKills = 0
      for (let round = 1; round <= ROUNDS; round += 1) {
        const isReady = ({ person }: Editor): boolean => person.isConnected && documentOf(person).mayWrite
        await until(() => editors.every(isReady), { what: `everybody to write in round ${round}`, timeoutMs: 30_000 })
        const writing = setInterval(() => editors.forEach((editor) => random.chance(0.2) && write(editor)), 5)
        const newest = (): number => editors.flatMap(acknowledgedOf).length - acknowledgedAtKills
        await until(() => newest() > EDITORS, { what: `edits to be acknowledged in round ${round}` })
        await new Promise((resolve) => setTimeout(resolve, random.integer(20, 350)))
        await server.kill('SIGKILL')
        clearInterval(writing)
        const acknowledged = editors.flatMap(acknowledgedOf)
        acknowledgedAtKills = acknowledged.length
        server = await startServer({ dataDir, port })
        const stored = new Set(await readStored())
        const lost = acknowledged.filter((text) => !stored.has(text))
        expect(lost, `lost in round ${round}`).toEqual([])
      }
      const isSaved = (): boolean => editors.every(({ person }) => person.isSaved)
      await until(isSaved, { what: 'everybody to be saved', timeoutMs: 30_000 })
      const written = editors.flatMap(({ notes }) => notes.map(({ text }) => text)).toSorted()
      expect(await readStored()).toEqual(written)
      await until(() => editors.every(({ person }) => textsOf(person).length === written.length))
      for (const { person } of editors) {
        expect(textsOf(person)).toEqual(written)
        expect(person.refusals).toEqual([])
      }
      expect(cutting.broken, 'the cutting proxy has cut').toBeGreaterThan(ROUNDS)
    } finally {
      for (const person of everybody) person.leave()
      await buffering.close()
      await cutting.close()
      await server.kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentName } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import {
  createWorkshop,
  inviteOf,
  type OpenedDocument,
  Participant,
  SeededRandom,
  startServer,
  until,
} from '@tafelrunde/testkit'
import { expect, it } from 'vitest'

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 25)
const SEED = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000)
const EDITORS = 20

/** A person who writes numbered notes and knows which of them were acknowledged. */
class Editor {
  readonly person: Participant
  readonly groupId: GroupId
  /** Each note with the clock of its author behind it. */
  readonly notes: { text: string; clock: number }[] = []

  constructor(person: Participant, groupId: GroupId) {
    this.person = person
    this.groupId = groupId
  }

  get #document(): OpenedDocument {
    return this.person.open(documentName('group', this.groupId))
  }

  write(): void {
    const text = `${this.person.seatId}-${this.notes.length}`
    const place = { canvasId: null, fieldId: 'free' }
    if (!this.person.edit(this.groupId, (board) => addItem(board, { place, text }))) return
    this.notes.push({ text, clock: this.#document.progress.now })
  }

  written(): readonly string[] {
    return this.notes.map(({ text }) => text)
  }

  acknowledged(): readonly string[] {
    const { saved } = this.#document.progress
    return this.notes.filter(({ clock }) => clock <= saved).map(({ text }) => text)
  }
}

const textsOf = (person: Participant, groupId: GroupId): string[] =>
  person
    .read(groupId)
    .items.map((item) => item.plainText)
    .toSorted((a, b) => a.localeCompare(b))

it(
  `[J3] [K2] an acknowledged edit survives a kill: ${EDITORS} editors, ${ROUNDS} kills, seed ${SEED}`,
  { timeout: 60_000 + ROUNDS * 15_000 },
  async () => {
    const random = new SeededRandom(SEED)
    const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-kill-'))
    let server = await startServer({ dataDir })
    const { port, url } = server
    const everybody: Participant[] = []
    try {
      const workshop = await createWorkshop(url, { title: 'Kill', groups: 4 })
      const boards = workshop.groups.map((group) => group.id as GroupId)
      const join_ = async (invite: string): Promise<Participant> => {
        const person = await Participant.join({ url, invite: inviteOf(invite), name: 'Anna' })
        everybody.push(person)
        return person
      }
      const editors: Editor[] = []
      for (let i = 0; i < EDITORS; i += 1) {
        const group = workshop.groups[i % workshop.groups.length]!
        editors.push(new Editor(await join_(group.link), group.id as GroupId))
      }
      await Promise.all(editors.map(({ person, groupId }) => person.openBoard(groupId)))
      // Its documents are made anew for each look: it must see what is stored, not what it has seen.
      const moderatorLink = workshop.links.moderator
      const reader = await join_(moderatorLink)
      const readStored = async (): Promise<Set<string>> => {
        const { token, seatId, workshopId, groupId } = reader
        const look = new Participant({
          syncUrl: `${url.replace('http', 'ws')}/sync`,
          token,
          seatId,
          workshopId,
          groupId,
        })
        everybody.push(look)
        await Promise.all(boards.map((board) => look.openBoard(board)))
        const texts = new Set(boards.flatMap((board) => textsOf(look, board)))
        look.leave()
        return texts
      }

      let acknowledgedAtKills = 0
      for (let round = 1; round <= ROUNDS; round += 1) {
        await until(
          () => editors.every(({ person, groupId }) => person.isConnected && person.edit(groupId, () => true)),
          {
            what: `everybody to write in round ${round}`,
            timeoutMs: 20_000,
          },
        )
        const writing = setInterval(() => {
          for (const editor of editors) if (random.chance(0.15)) editor.write()
        }, 5)
        await new Promise((resolve) => setTimeout(resolve, random.integer(20, 350)))
        await server.kill('SIGKILL')
        clearInterval(writing)
        for (const { person } of editors) person.goOffline()
        const acknowledged = editors.flatMap((editor) => editor.acknowledged())
        acknowledgedAtKills = acknowledged.length
        server = await startServer({ dataDir, port })
        const stored = await readStored()
        expect(
          acknowledged.filter((text) => !stored.has(text)),
          `lost in round ${round}`,
        ).toEqual([])
        for (const { person } of editors) void person.goOnline()
      }
      await until(() => editors.every(({ person }) => person.isSaved), {
        what: 'everybody to be saved',
        timeoutMs: 30_000,
      })
      const stored = await readStored()
      const written = editors.flatMap((editor) => editor.written())
      expect(written.filter((text) => !stored.has(text))).toEqual([])
      expect(stored.size).toBe(written.length)
      for (const { person, groupId } of editors) {
        const mine = textsOf(person, groupId)
        expect(new Set(mine).size, 'nothing twice').toBe(mine.length)
        const others = editors.filter((editor) => editor.groupId === groupId)
        for (const other of others) expect(textsOf(other.person, groupId)).toEqual(mine)
        expect(person.refusals).toEqual([])
      }
      expect(acknowledgedAtKills, 'the run acknowledged something').toBeGreaterThan(ROUNDS * EDITORS)
    } finally {
      for (const person of everybody) person.leave()
      await server.kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
)

import { WIRES } from '@tafelrunde/bench/wires'
import { addItem, addRecommendation, openBoard, readBoard } from '@tafelrunde/schema'
import { FREE_FIELD } from '@tafelrunde/schema/plain'
import { until } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { callApi } from '../attack-tools/callApi.ts'
import { RawSession } from '../attack-tools/RawSession.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import { ours, type OurRoom, type OurRunningSystem } from '../systems/ours.ts'
import { withSystem } from '../systems/withSystem.ts'

const PAUSE_MS = 30
const LEGAL = 'Erlaubte Empfehlung'
const ILLEGAL = 'Verbotener Zettel'
const STANDING = 'Dieser Zettel stand schon da'

/** A13: raw writes to items while the step opens recommendations only. */
export const scenario: Scenario = {
  id: 'A13',
  title: 'Writes outside what role and step allow.',
  criterion:
    'A forbidden struct or deletion is refused with a reason and changes nothing, alone, among legal ones, as a deletion only, attached by a neighbour only.',
  peers: { H: 'knows no roles or steps', Y: 'knows no roles or steps' },
  run: (_system, size) => withSystem(ours, {}, (running) => attack(running, size)),
}

/** A write past the interface, on a copy of the board. */
type RawWrite = (ydoc: Y.Doc) => void

const FORBIDDEN: Readonly<Record<string, RawWrite>> = {
  'an item alone': (ydoc) => void addItem(openBoard(ydoc), { place: FREE, text: ILLEGAL }),
  'an item among legal recommendations': (ydoc) =>
    ydoc.transact(() => {
      addRecommendation(openBoard(ydoc), { title: `${LEGAL}, die mit Verbotenem kam` })
      addItem(openBoard(ydoc), { place: FREE, text: ILLEGAL })
    }),
  'a deletion only': (ydoc) => {
    const items = ydoc.getMap('items')
    for (const id of items.keys()) items.delete(id)
  },
  'text that only a neighbour attaches': (ydoc) => {
    const run = textOf(ydoc)
    run.insert(run.length, ILLEGAL)
  },
  'an attribute over its former value': (ydoc) => {
    for (const item of ydoc.getMap<Y.Map<unknown>>('items').values()) item.set('fieldId', ILLEGAL)
  },
  'a deletion inside a text': (ydoc) => textOf(ydoc).delete(0, 5),
  'a root of the server': (ydoc) => void ydoc.getMap('meta').set('schema', 99),
}

const REASON = /step\.closed|document\.serverOnly/

const FREE = { canvasId: null, fieldId: FREE_FIELD }

async function attack(running: OurRunningSystem, size: Size): Promise<Finding> {
  const checks = new Checks()
  const room = await running.openRoom()
  const elsewhere = await running.openRoom()
  const author = await room.join('Anna')
  author.write(STANDING)
  await until(() => author.isSaved, { what: 'the first note to be saved' })
  await openOnlyRecommendations(running, room)
  const seat = await room.takeSeat(room.workshop.groups[0]?.link ?? '', 'Angreifer')
  const place = { documentName: `group/${room.groupId}`, token: seat.token }
  const before = Y.encodeStateAsUpdate(author.ydoc)
  let refused = 0
  for (const [what, write] of Object.entries(FORBIDDEN)) {
    const answer = await sendRaw(running, place, { state: before, write })
    const reason = REASON.exec(answer.toString('latin1'))?.[0]
    if (reason !== undefined) refused += 1
    checks.add(`${what} is refused with a reason`, reason !== undefined, reason ?? 'no reason')
  }
  let isOver = false
  const report = await besiege({
    running,
    room: elsewhere,
    checks,
    size,
    begin: async () => {
      isOver = false
      const attacking = (async () => {
        while (!isOver) {
          for (const write of Object.values(FORBIDDEN)) {
            await sendRaw(running, place, { state: before, write })
            // The attacker's own work must not be what the honest people of this process feel.
            await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
          }
        }
      })()
      return async () => {
        isOver = true
        await attacking
      }
    },
  })
  const legal = await sendRaw(running, place, {
    state: before,
    write: (ydoc) => void addRecommendation(openBoard(ydoc), { title: LEGAL }),
  })
  checks.add('what the step opens is taken', !legal.includes('step.closed'), 'no refusal')
  await assertOnlyHonest({ running, room: elsewhere, checks }, report.pair.writer.written)
  const look = await room.join('Nachzüglerin')
  const board = readBoard(openBoard(look.ydoc))
  look.leave()
  const items = board.items.map(({ plainText, fieldId }) => `${plainText} (${fieldId})`)
  checks.add('the items are as they were', items.join() === `${STANDING} (${FREE_FIELD})`, items.join() || 'none')
  const titles = board.recommendations.map(({ title }) => title)
  checks.add('the legal write alone is there', titles.join() === LEGAL, titles.join() || 'none')
  return checks.finding(`${refused} of ${Object.keys(FORBIDDEN).length} kinds refused; ${describeSiege(report)}`)
}

/** What the server answers to a write that a client makes on its own copy. */
async function sendRaw(
  running: OurRunningSystem,
  place: { documentName: string; token: string },
  { state, write }: { state: Uint8Array; write: RawWrite },
): Promise<Buffer> {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, state)
  const before = Y.encodeStateVector(ydoc)
  write(ydoc)
  const session = await RawSession.open(running.port)
  session.ask(place)
  await until(() => session.answersFor(place).length > 0, { what: 'the document to open' })
  session.send(WIRES.hocuspocus.encodeUpdate(place, Y.encodeStateAsUpdate(ydoc, before)))
  const count = session.answersFor(place).length
  await until(() => session.answersFor(place).length > count, { what: 'an answer to the write' }).catch(() => undefined)
  await session.settle({ documentName: 'no-such-name', token: place.token })
  const answer = session.received
  session.leave()
  return answer
}

async function openOnlyRecommendations({ url }: OurRunningSystem, room: OurRoom): Promise<void> {
  const { workshop } = room
  const { token } = await room.takeSeat(workshop.links.moderator, 'Moderatorin')
  const path = `/api/v1/workshops/${workshop.workshop.id}`
  const step = {
    title: 'Empfehlungen',
    instruction: '',
    minutes: 10,
    writableRoots: ['recommendations'],
    where: 'all',
    visibility: 'own',
    isPlenaryOpen: false,
    screen: 'instruction',
    parts: [],
  }
  const edited = await callApi(url, path, { method: 'PATCH', token, body: { steps: [step] } })
  const started = await callApi(url, `${path}/run`, { token, body: { type: 'step.next' } })
  if (edited.status !== 200 || started.status !== 200) throw new Error(`${edited.text} ${started.text}`)
}

function textOf(ydoc: Y.Doc): Y.XmlText {
  const [item] = ydoc.getMap<Y.Map<unknown>>('items').values()
  if (!item) throw new Error('the board has no note')
  const paragraph = (item.get('text') as Y.XmlFragment).get(0) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}

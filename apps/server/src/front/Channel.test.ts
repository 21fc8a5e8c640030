import { parseDocumentName, parseRefusalMessage, type ErrorCode } from '@tafelrunde/protocol'
import { newId, type SeatId } from '@tafelrunde/schema/plain'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { Journal } from '../journal/Journal.ts'
import type { Seat } from '../seams.ts'
import { Channel, type ChannelSocket } from './Channel.ts'
import { ClaimTable } from './ClaimTable.ts'
import {
  acknowledgementFrame,
  FRAME,
  presenceEntry,
  presenceFrame,
  readFrame,
  statelessFrame,
  updateFrame,
} from './frames.ts'
import { OpenDocument } from './OpenDocument.ts'
import { SeatBudget, type Spending } from './SeatBudget.ts'
import type { SeatPermissions } from './seatPermissions.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'
import { WorkTurns } from './WorkTurns.ts'

const NAME = `group/${newId<string>()}` as const
const OPEN: SeatPermissions = {
  read: null,
  write: null,
  refuseRoot: (root) => (root === 'items' ? null : 'step.closed'),
  lockedCanvasIds: [],
}
const FROZEN: SeatPermissions = { ...OPEN, write: 'board.frozen', refuseRoot: () => 'board.frozen' }

/** A channel with everything around it, and a client that types. */
class Bench implements ChannelSocket {
  readonly seat: Seat = {
    id: newId<SeatId>(),
    workshopId: newId(),
    groupId: newId(),
    role: 'participant',
    name: 'Anna',
    organisation: '',
    ...ORDINARY_SEAT,
  }
  readonly document = new OpenDocument({
    name: NAME,
    parsed: parseDocumentName(NAME)!,
    ydoc: new Y.Doc(),
    claims: new ClaimTable(new Map()),
  })
  readonly client = new Y.Doc()
  readonly updates: Uint8Array[] = []
  /** What the engine was given and has not applied yet. */
  readonly engine: Uint8Array[] = []
  readonly sent: Uint8Array[] = []
  readonly presence: Uint8Array[] = []
  readonly refusals: ErrorCode[] = []
  readonly budget = new SeatBudget()
  isPaused = false
  /** Ends the oldest claim that is on its way to the disk. */
  readonly claimed: (() => void)[] = []
  readonly channel: Channel
  readonly turns: WorkTurns

  constructor(turns = new WorkTurns()) {
    this.turns = turns
    this.client.on('update', (update: Uint8Array) => this.updates.push(new Uint8Array(update)))
    this.channel = new Channel({
      socket: this,
      journal: { claim: () => new Promise<void>((resolve) => this.claimed.push(resolve)) } as unknown as Journal,
      document: this.document,
      connection: { close: ({ reason }) => void this.refusals.push(reason as ErrorCode) },
      seat: this.seat,
      permissions: OPEN,
      turns: this.turns,
      onRefused: () => undefined,
      onFault: (error) => {
        throw error
      },
      onEnded: () => undefined,
    })
  }

  sendDirectly(bytes: Uint8Array): void {
    this.sent.push(bytes)
  }
  sendContent(bytes: Uint8Array): void {
    this.sent.push(bytes)
  }
  sendPresence(bytes: Uint8Array): void {
    this.presence.push(bytes)
  }
  forward(bytes: Uint8Array): void {
    this.engine.push(bytes)
  }
  waitFor(what: Spending): number {
    return this.budget.waitFor(what)
  }
  spend(what: Spending, amount?: number): void {
    this.budget.spend(what, amount)
  }
  setPaused(_channel: Channel, isPaused: boolean): void {
    this.isPaused = isPaused
  }
  forget(): void {}

  /** Type into a root and send it as the provider does; returns the update. */
  type(text: string, root = 'items'): Uint8Array {
    this.client.getText(root).insert(0, text)
    const update = this.updates.at(-1)!
    this.receive(updateFrame(NAME, update))
    return update
  }

  receive(bytes: Uint8Array): void {
    this.channel.receive(readFrame(bytes)!, bytes)
  }

  /** The client's answer to the handshake: everything it has. */
  answerHandshake(): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, NAME)
    encoding.writeVarUint(encoder, FRAME.sync)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(this.client))
    this.receive(encoding.toUint8Array(encoder))
  }

  /** The engine applies the update that it has, as if it had been written. */
  apply(): void {
    const { body } = readFrame(this.engine.shift()!)!
    body.uint()
    Y.applyUpdate(this.document.ydoc, body.block())
    this.channel.acknowledge()
  }

  get acknowledgements(): number {
    const expected = Buffer.from(acknowledgementFrame(NAME))
    return this.sent.filter((bytes) => expected.equals(bytes)).length
  }

  get text(): string {
    return this.document.ydoc.getText('items').toJSON()
  }
}

let bench: Bench

beforeEach(() => {
  bench = new Bench()
})
afterEach(() => vi.useRealTimers())

it('[S2] merges what arrives during a commit into one update and acknowledges each of them', () => {
  bench.answerHandshake()
  expect(bench.acknowledgements).toBe(1)
  for (const letter of 'abcde') bench.type(letter)
  expect(bench.engine).toHaveLength(1)
  expect(bench.acknowledgements).toBe(1)
  bench.apply()
  expect(bench.engine).toHaveLength(1)
  expect(bench.acknowledgements).toBe(2)
  bench.apply()
  expect(bench.text).toBe('edcba')
  expect(bench.acknowledgements).toBe(6)
})

it('[S2] merges the many of several people in turns, one after the other, and acknowledges each of them', async () => {
  const turns = new WorkTurns()
  const people = [new Bench(turns), new Bench(turns), new Bench(turns)]
  for (const person of people) {
    person.answerHandshake()
    for (let at = 0; at < 40; at += 1) person.type(at === 0 ? 'a' : 'b')
    person.apply()
  }
  const given = (): number[] => people.map(({ engine }) => engine.length)
  const seen = [given()]
  while (given().includes(0)) {
    await new Promise((resolve) => setImmediate(resolve))
    seen.push(given())
  }
  expect(seen).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
    [1, 1, 1],
  ])
  for (const person of people) {
    person.apply()
    expect(person.text).toBe(`${'b'.repeat(39)}a`)
    expect(person.acknowledgements).toBe(41)
  }
})

it('forgets the many that wait for their turn when the channel ends', async () => {
  bench.answerHandshake()
  for (let at = 0; at < 40; at += 1) bench.type('a')
  bench.apply()
  bench.channel.ended()
  await new Promise<void>((resolve) => bench.turns.take(resolve))
  expect(bench.engine).toEqual([])
})

it('[F2] takes the legal updates before a forbidden one of the same burst, and nothing of it or after it', () => {
  bench.answerHandshake()
  bench.type('a')
  bench.type('b')
  bench.type('verboten', 'sketch')
  bench.type('c')
  while (bench.engine.length > 0) bench.apply()
  expect(bench.text).toBe('ba')
  expect(bench.refusals).toEqual(['step.closed'])
  expect(bench.document.ydoc.share.has('sketch')).toBe(false)
})

it('[F3] closes only after what was accepted before is applied and acknowledged', () => {
  bench.answerHandshake()
  bench.type('a')
  bench.receive(updateFrame(NAME, new Uint8Array([9, 9, 9])))
  bench.apply()
  expect(bench.acknowledgements).toBe(2)
  expect(bench.refusals).toEqual(['update.malformed'])
  bench.type('b')
  expect(bench.engine).toEqual([])
})

it('[F4] acknowledges what the document has already without a write, while nobody may write', () => {
  const update = bench.type('a')
  bench.apply()
  bench.channel.change(bench.seat, FROZEN)
  bench.receive(updateFrame(NAME, update))
  bench.answerHandshake()
  expect(bench.engine).toEqual([])
  expect(bench.acknowledgements).toBe(3)
  expect(bench.refusals).toEqual([])
})

it('[F5] lets typing wait that has overtaken the edits made offline', () => {
  bench.client.getText('items').insert(0, 'offline ')
  bench.type('a')
  expect(bench.engine).toEqual([])
  expect(bench.refusals).toEqual([])
  bench.answerHandshake()
  while (bench.engine.length > 0) bench.apply()
  expect(bench.text).toBe('aoffline ')
  expect(bench.acknowledgements).toBe(2)
})

it('[F8] acknowledges queued edits of a new connection only when the answer to the handshake is written', () => {
  bench.type('a')
  bench.apply()
  bench.type('b')
  bench.client.getText('items').insert(0, 'offline ')
  bench.answerHandshake()
  bench.apply()
  expect(bench.text).toBe('ba')
  expect(bench.acknowledgements).toBe(0)
  bench.apply()
  expect(bench.text).toBe('offline ba')
  expect(bench.acknowledgements).toBe(3)
  bench.type('!')
  bench.apply()
  expect(bench.acknowledgements).toBe(4)
})

it('[F5] refuses a gap after the handshake', () => {
  bench.answerHandshake()
  bench.client.getText('items').insert(0, 'nie gesendet')
  bench.type('a')
  expect(bench.refusals).toEqual(['update.clockGap'])
})

it('[F1] ends a flush when what came before the answer is written', async () => {
  bench.answerHandshake()
  bench.type('a')
  let isFlushed = false
  const flushed = bench.channel.flush({ id: 'x', reason: 'board.frozen', graceMs: 3000 }).then(() => (isFlushed = true))
  bench.receive(statelessFrame(NAME, JSON.stringify({ type: 'writing.flushed', id: 'x' })))
  await new Promise((resolve) => setImmediate(resolve))
  expect(isFlushed).toBe(false)
  bench.apply()
  await flushed
  expect(bench.text).toBe('a')
})

it('[F6] says when edits are taken again, also after an announcement that ended nothing', () => {
  const opened = (): number =>
    bench.sent.filter((bytes) => {
      const frame = readFrame(bytes)
      return frame?.type === FRAME.stateless && parseRefusalMessage(frame.body.string())?.type === 'writing.open'
    }).length
  bench.channel.change(bench.seat, FROZEN)
  expect(opened()).toBe(0)
  bench.channel.change(bench.seat, OPEN)
  expect(opened()).toBe(1)
  bench.channel.change(bench.seat, OPEN)
  expect(opened()).toBe(1)
  void bench.channel.flush({ id: 'x', reason: 'step.closed', graceMs: 10 })
  bench.channel.change(bench.seat, OPEN)
  expect(opened()).toBe(2)
})

it('closes for a reader, too, when the seat may not read any more', () => {
  bench.channel.change(bench.seat, { ...OPEN, read: 'document.notOpen' })
  expect(bench.refusals).toEqual(['document.notOpen'])
  expect(bench.document.seats()).toEqual([])
})

it('stops reading from a client whose edits pile up, and goes on when they are written', () => {
  bench.answerHandshake()
  for (let i = 0; i < 12; i += 1) {
    bench.client.getMap('items').set(`${i}`, 'x'.repeat(200_000))
    bench.receive(updateFrame(NAME, bench.updates.at(-1)!))
  }
  expect(bench.isPaused).toBe(true)
  bench.apply()
  expect(bench.isPaused).toBe(false)
  while (bench.engine.length > 0) bench.apply()
  expect(bench.document.ydoc.getMap('items').size).toBe(12)
})

it('[R2] lets one wait who asks for the whole board over and over, and answers the last question', async () => {
  vi.useFakeTimers()
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, NAME)
  encoding.writeVarUint(encoder, FRAME.sync)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint8Array(encoder, new Uint8Array([0]))
  for (let i = 0; i < 500; i += 1) bench.receive(encoding.toUint8Array(encoder))
  expect(bench.engine).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(bench.engine).toHaveLength(5)
  expect(bench.refusals).toEqual([])
})

it('[R2] merges the edits of a script that writes without pause, and acknowledges every one', async () => {
  vi.useFakeTimers()
  bench.answerHandshake()
  for (let i = 0; i < 400; i += 1) {
    bench.type('x')
    if (bench.engine.length > 0) bench.apply()
  }
  expect(bench.text.length).toBeLessThan(310)
  await vi.advanceTimersByTimeAsync(1_000)
  while (bench.engine.length > 0) bench.apply()
  await vi.advanceTimersByTimeAsync(1_000)
  while (bench.engine.length > 0) bench.apply()
  expect(bench.text).toHaveLength(400)
  expect(bench.acknowledgements).toBe(401)
  expect(bench.refusals).toEqual([])
})

it('[R2] shows only the newest position of somebody who sends more than can be seen', async () => {
  vi.useFakeTimers()
  const move = (clock: number): void => bench.receive(presenceFrame(NAME, [presenceEntry(7, clock, `{"x":${clock}}`)]))
  move(0)
  for (const written of bench.claimed) written()
  await vi.advanceTimersByTimeAsync(100)
  for (let clock = 1; clock <= 2_000; clock += 1) move(clock)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(Buffer.from(bench.presence.at(-1)!).includes('"x":2000')).toBe(true)
  expect(bench.refusals).toEqual([])
})

it('[R2] refuses updates of ever new client ids, and takes as many as honest tabs have', () => {
  bench.answerHandshake()
  for (let id = 1; id <= 400 && bench.refusals.length === 0; id += 1) {
    const tab = new Y.Doc()
    tab.clientID = id
    tab.getMap('items').set(`${id}`, 1)
    bench.receive(updateFrame(NAME, Y.encodeStateAsUpdate(tab)))
    while (bench.engine.length > 0) bench.apply()
  }
  expect(bench.refusals).toEqual(['request.tooMany'])
  expect(bench.document.ydoc.getMap('items').size).toBeGreaterThanOrEqual(200)
})

it('merges at most a hundred updates at a time: more would stall everybody', async () => {
  bench.answerHandshake()
  for (let i = 0; i < 1_000; i += 1) bench.type('x')
  const lengths: number[] = []
  while (bench.engine.length > 0) {
    bench.apply()
    lengths.push(bench.text.length)
    await new Promise<void>((resolve) => bench.turns.take(resolve))
  }
  expect(lengths).toEqual([1, 101, 201, 301, 401, 501, 601, 701, 801, 901, 1_000])
})

it("[C1] shows nobody a client id before it is durably its seat's, however often it moves", async () => {
  vi.useFakeTimers()
  const move = (clock: number): void => bench.receive(presenceFrame(NAME, [presenceEntry(7, clock, `{"x":${clock}}`)]))
  move(1)
  move(2)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(bench.presence).toEqual([])
  for (const written of bench.claimed) written()
  await vi.advanceTimersByTimeAsync(1_000)
  move(3)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(Buffer.concat(bench.presence).includes('"x":2')).toBe(true)
  expect(Buffer.from(bench.presence.at(-1)!).includes('"x":3')).toBe(true)
  expect(bench.refusals).toEqual([])
})

it('[C1] asks a disk that stalls once for an id, however often it moves, and shows where it is then', async () => {
  vi.useFakeTimers()
  for (let clock = 1; clock <= 300; clock += 1) {
    bench.receive(presenceFrame(NAME, [presenceEntry(7, clock, `{"x":${clock}}`)]))
    await vi.advanceTimersByTimeAsync(20)
  }
  expect(bench.claimed).toHaveLength(1)
  expect(bench.presence).toEqual([])
  bench.claimed[0]!()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(Buffer.concat(bench.presence).includes('"x":300')).toBe(true)
})

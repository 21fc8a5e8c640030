import { PassThrough, Writable } from 'node:stream'
import { expect, it, vi } from 'vitest'
import { MAX_BACKLOG_BYTES, Outbox, OutboxTurn } from './Outbox.ts'

const turnOfLoop = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

/** A socket that keeps what it is asked to write, in the groups in which it was asked. */
function recording(): { socket: PassThrough; writes: Buffer[][] } {
  const writes: Buffer[][] = []
  const socket = new PassThrough()
  socket._writev = (chunks, callback) => {
    writes.push(chunks.map(({ chunk }) => chunk as Buffer))
    callback()
  }
  socket._write = (chunk: Buffer, _encoding, callback) => {
    writes.push([chunk])
    callback()
  }
  return { socket, writes }
}

it('writes once per turn what was sent in it, framed', async () => {
  const { socket, writes } = recording()
  const outbox = new Outbox(socket, new OutboxTurn(), vi.fn<() => void>())
  outbox.send(new Uint8Array([1]))
  outbox.send(new Uint8Array([2, 3]))
  expect(writes).toEqual([])
  await turnOfLoop()
  expect(writes).toEqual([[Buffer.from([0x82, 1, 1]), Buffer.from([0x82, 2, 2, 3])]])
  outbox.send(new Uint8Array([4]))
  await turnOfLoop()
  expect(writes).toHaveLength(2)
})

it('shares one framed buffer between the receivers of a broadcast', async () => {
  const turn = new OutboxTurn()
  const first = recording()
  const second = recording()
  const payload = new Uint8Array([7, 7])
  for (const { socket } of [first, second]) new Outbox(socket, turn, vi.fn<() => void>()).send(payload)
  await turnOfLoop()
  expect(first.writes[0]?.[0]).toBe(second.writes[0]?.[0])
})

it.each([
  [125, 2],
  [126, 4],
  [65_535, 4],
  [65_536, 10],
])('frames %i bytes with a head of %i', (length, head) => {
  const frame = Buffer.from(new OutboxTurn().frame(new Uint8Array(length).fill(9)))
  expect(frame).toHaveLength(head + length)
  const told = head === 2 ? frame[1] : head === 4 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2))
  expect(told).toBe(length)
  expect(frame.subarray(head).every((byte) => byte === 9)).toBe(true)
})

it('[B1] leaves out presence for a reader that is behind, and cuts it off as the last resort', () => {
  const stuck = new Writable({ write: () => undefined })
  const onStalled = vi.fn<() => void>()
  const outbox = new Outbox(stuck as PassThrough, new OutboxTurn(), onStalled)
  outbox.send(new Uint8Array(200_000))
  const backlog = stuck.writableLength
  outbox.sendPresence(new Uint8Array(10))
  expect(stuck.writableLength).toBe(backlog)
  outbox.send(new Uint8Array(MAX_BACKLOG_BYTES))
  expect(onStalled).not.toHaveBeenCalled()
  outbox.send(new Uint8Array(1))
  expect(onStalled).toHaveBeenCalledOnce()
})

it('writes again after the end of a turn was lost to an error', async () => {
  const { socket, writes } = recording()
  vi.useFakeTimers({ toFake: ['setImmediate', 'performance'] })
  try {
    const outbox = new Outbox(socket, new OutboxTurn(), vi.fn<() => void>())
    outbox.send(new Uint8Array([1]))
    vi.clearAllTimers()
    outbox.send(new Uint8Array([2]))
    vi.advanceTimersByTime(1_001)
    expect(writes).toEqual([])
    outbox.send(new Uint8Array([3]))
    await vi.advanceTimersByTimeAsync(1)
    expect(writes.flat()).toHaveLength(3)
  } finally {
    vi.useRealTimers()
  }
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeEntry, EntryReader, frameEntry, keepAliveEntry, MalformedEntries, type Entry } from './codec.ts'

const anEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.constant({ type: 'keepAlive' } as const),
  fc.uint8Array({ maxLength: 400 }).map((frame) => ({ type: 'frame', frame: new Uint8Array(frame) }) satisfies Entry),
  fc
    .tuple(fc.integer({ min: 1000, max: 4999 }), fc.string({ maxLength: 40 }))
    .map(([code, reason]) => ({ type: 'close', code, reason }) satisfies Entry),
)

function bytesOf(entry: Entry): Uint8Array {
  if (entry.type === 'keepAlive') return keepAliveEntry()
  return entry.type === 'frame' ? frameEntry(entry.frame) : closeEntry(entry.code, entry.reason)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)))
}

const aReader = (maxFrameBytes = 1_000_000): EntryReader => new EntryReader({ maxFrameBytes })

describe('entries', () => {
  it('come back as they were written, wherever the network cuts them', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 90 })), (entries, cuts) => {
        const bytes = joined(entries.map(bytesOf))
        const reader = aReader()
        const read: Entry[] = []
        let at = 0
        for (let index = 0; at < bytes.length; index += 1) {
          const size = cuts[index % Math.max(cuts.length, 1)] ?? bytes.length
          read.push(...reader.read(bytes.subarray(at, at + size)))
          at += size
        }
        expect(read).toEqual(entries)
        expect(reader.isAtEntryEnd).toBe(true)
      }),
    )
  })

  it('are given back only when they are whole, and a torn one is known as torn', () => {
    const reader = aReader()
    const entry = frameEntry(new Uint8Array(300).fill(7))
    for (const byte of entry.subarray(0, -1)) expect(reader.read(Uint8Array.of(byte))).toEqual([])
    expect(reader.isAtEntryEnd).toBe(false)
    expect(reader.read(entry.subarray(-1))).toEqual([{ type: 'frame', frame: new Uint8Array(300).fill(7) }])
    expect(reader.isAtEntryEnd).toBe(true)
  })

  it('stay whole when the bytes that were read are used again by the caller', () => {
    const chunk = frameEntry(Uint8Array.of(1, 2, 3))
    const [entry] = aReader().read(chunk)
    chunk.fill(9)
    expect(entry).toEqual({ type: 'frame', frame: Uint8Array.of(1, 2, 3) })
  })

  it.each([
    ['an unknown kind', [9]],
    ['a frame beyond the limit, before its bytes come', [1, 0xe9, 0x07]],
    ['a length without an end', [1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]],
    ['a reason that is too long', [2, 0xe8, 0x07, 0xff, 0x01]],
  ])('are refused: %s', (_what, bytes) => {
    expect(() => aReader(1000).read(Uint8Array.from(bytes))).toThrow(MalformedEntries)
  })

  it('are refused when there are more than a reader allows, in one piece or in several', () => {
    const three = joined([1, 2, 3].map((value) => frameEntry(Uint8Array.of(value))))
    const reader = new EntryReader({ maxFrameBytes: 10, maxEntries: 5 })
    expect(reader.read(three)).toHaveLength(3)
    expect(() => reader.read(three)).toThrow(MalformedEntries)
  })

  it('of whatever bytes are read or refused, and never ask for more room than what came', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          const size = aReader()
            .read(bytes)
            .reduce((sum, entry) => sum + (entry.type === 'frame' ? entry.frame.length : 0), 0)
          expect(size).toBeLessThanOrEqual(bytes.length)
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedEntries)
        }
      }),
    )
  })
})

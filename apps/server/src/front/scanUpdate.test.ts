import { SeededRandom } from '@tafelrunde/testkit'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { scanUpdate } from './scanUpdate.ts'

const malformed = expect.objectContaining({ code: 'update.malformed' })
const scan = (bytes: Uint8Array): void => scanUpdate(bytes, { struct: () => undefined, deletion: () => undefined })

function encoded(...numbers: number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

/** A document with every kind of content that Yjs has but subdocuments. */
function everything(seed: number): Y.Doc {
  const random = new SeededRandom(seed)
  const ydoc = new Y.Doc()
  ydoc.clientID = random.integer(1, 2 ** 32)
  const map = ydoc.getMap<unknown>('items')
  const text = ydoc.getText('text')
  const list = ydoc.getArray<unknown>('list')
  const fragment = ydoc.getXmlFragment('xml')
  for (let i = 0; i < 30; i += 1) {
    const letters = random.pick(['a', 'ä€', '𝄞🙂', 'zwei Wörter '])
    map.set(
      `k${random.integer(0, 8)}`,
      random.pick([1, -70, 1.5, null, true, letters, { a: [1, { b: 2 }] }, 2n ** 40n]),
    )
    text.insert(random.integer(0, text.length + 1), letters)
    if (random.chance(0.3)) text.format(0, text.length, { bold: random.chance(0.5) ? true : null })
    if (random.chance(0.2)) text.insertEmbed(0, { image: letters })
    if (random.chance(0.3)) text.delete(0, Math.min(3, text.length))
    list.push([random.bytes(4), letters])
    if (random.chance(0.3)) list.delete(0, 1)
    const element = new Y.XmlElement(random.pick(['p', 'li']))
    element.insert(0, [new Y.XmlText(letters)])
    fragment.push([element])
    map.set(`m${i}`, new Y.Map([['x', i]]))
    if (random.chance(0.3)) map.delete(`m${random.integer(0, i + 1)}`)
  }
  return ydoc
}

describe('scanUpdate', () => {
  it('reads the same structs and deletions as Yjs', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const bytes = Y.encodeStateAsUpdate(everything(seed))
      const decoded = Y.decodeUpdate(bytes)
      const structs: string[] = []
      const deletions: string[] = []
      scanUpdate(bytes, {
        struct: ({ client, clock, length }) => structs.push(`${client} ${clock} ${length}`),
        deletion: (client, clock, length) => deletions.push(`${client} ${clock} ${length}`),
      })
      expect(structs).toEqual(decoded.structs.map(({ id, length }) => `${id.client} ${id.clock} ${length}`))
      const expected = Array.from(decoded.ds.clients).flatMap(([client, ranges]) =>
        ranges.map(({ clock, len }) => `${client} ${clock} ${len}`),
      )
      expect(deletions).toEqual(expected)
      expect(structs.length).toBeGreaterThan(50)
    }
  })

  it('[G2] refuses an update that claims millions of structs in fourteen bytes, and does so at once', () => {
    const bomb = encoded(1, 33_000_000, 1, 0, 0, 1)
    const startedAt = performance.now()
    expect(() => scan(bomb)).toThrow(malformed)
    expect(() => scan(encoded(33_000_000))).toThrow(malformed)
    expect(() => scan(encoded(0, 33_000_000))).toThrow(malformed)
    expect(performance.now() - startedAt).toBeLessThan(100)
  })

  it('refuses a gap with marks of content: Yjs could apply it and not read it again', () => {
    const gapOfInfo = (info: number): Uint8Array => encoded(1, 1, 9, 0, info, 5, 0)
    expect(() => scan(gapOfInfo(10))).not.toThrow()
    expect(() => Y.applyUpdate(new Y.Doc(), gapOfInfo(10 + 64))).not.toThrow()
    expect(() => Y.decodeUpdate(gapOfInfo(10 + 64))).toThrow('Unexpected case')
    expect(() => scan(gapOfInfo(10 + 64))).toThrow(malformed)
  })

  it('refuses numbers that do not fit', () => {
    expect(() => scan(new Uint8Array(20).fill(255))).toThrow(malformed)
  })

  it('refuses text that is not UTF-8', () => {
    const ydoc = new Y.Doc()
    ydoc.getText('t').insert(0, 'ääää')
    const bytes = Y.encodeStateAsUpdate(ydoc)
    bytes[bytes.indexOf(0xc3)] = 0xff
    expect(() => scan(bytes)).toThrow(malformed)
  })

  it('[G2] refuses values that are nested deeper than anybody needs', () => {
    let value: unknown = 1
    for (let depth = 0; depth < 100; depth += 1) value = [value]
    const ydoc = new Y.Doc()
    ydoc.getMap('m').set('deep', value)
    expect(() => scan(Y.encodeStateAsUpdate(ydoc))).toThrow(malformed)
    const json = new Y.Doc()
    json.getText('t').insert(0, 'x', { deep: value as object })
    expect(() => scan(Y.encodeStateAsUpdate(json))).toThrow(malformed)
  })

  it('refuses subdocuments, bytes after the end and the same client twice', () => {
    const ydoc = new Y.Doc()
    ydoc.getMap('m').set('sub', new Y.Doc())
    expect(() => scan(Y.encodeStateAsUpdate(ydoc))).toThrow(malformed)
    expect(() => scan(encoded(0, 0, 0))).toThrow(malformed)
    const part = (client: number): number[] => [1, client, 0, 10, 5]
    expect(() => scan(encoded(2, ...part(9), ...part(9), 0))).toThrow(malformed)
    expect(() => scan(encoded(4, ...part(9), ...part(3), ...part(5), ...part(3), 0))).toThrow(malformed)
    expect(() => scan(encoded(4, ...part(9), ...part(3), ...part(5), ...part(9), 0))).toThrow(malformed)
    expect(() => scan(encoded(4, ...part(9), ...part(3), ...part(5), ...part(4), 0))).not.toThrow()
  })

  it(
    'lets nothing through that Yjs cannot apply: whatever passes is in the journal for good',
    { timeout: 60_000 },
    () => {
      let passed = 0
      for (let seed = 1; seed <= 60; seed += 1) {
        const random = new SeededRandom(seed)
        const whole = Y.encodeStateAsUpdate(everything(seed))
        for (let attempt = 0; attempt < 60; attempt += 1) {
          const bytes = Uint8Array.from(whole)
          for (let flips = random.integer(1, 4); flips > 0; flips -= 1) {
            bytes[random.integer(0, bytes.length)] = random.integer(0, 256)
          }
          try {
            scan(bytes)
          } catch {
            continue
          }
          passed += 1
          expect(() => Y.decodeUpdate(bytes), `seed ${seed} attempt ${attempt}`).not.toThrow()
        }
      }
      expect(passed).toBeGreaterThan(200)
    },
  )
})

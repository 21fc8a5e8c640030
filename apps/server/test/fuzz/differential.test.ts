import { AppError } from '@tafelrunde/protocol'
import { OPERATIONS } from '@tafelrunde/schema/testing'
import * as encoding from 'lib0/encoding'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { malformed } from '../../src/front/ByteReader.ts'
import { scanUpdate } from '../../src/front/scanUpdate.ts'
import { checkAgainstYjs } from './checkAgainstYjs.ts'
import { checkHonest, checkHonestFront } from './checkHonest.ts'
import { ours, type PreScan } from './PreScan.ts'
import { recordSession, type Recording } from './recordSession.ts'

/** More with `FUZZ_SESSIONS=2000`, others with `FUZZ_FIRST=5000`. */
const SESSIONS = Number(process.env['FUZZ_SESSIONS'] ?? 120)
const FIRST = Number(process.env['FUZZ_FIRST'] ?? 1)
/** Sessions whose frames are made hostile and given to Yjs, too. */
const COMPARED = Math.ceil(SESSIONS / 10)
const timeout = 60_000 + SESSIONS * 1_000

/** What Yjs would take and the server does not, on purpose. */
const STRICTER = new Set([
  'has bytes after its end',
  'names a client twice',
  'a part is empty',
  'a part has an unknown content',
  'a value is nested too deeply',
  'a gap says it has neighbours',
  'a number is too large',
  'a clock is too large',
  'neighbours are in different roots',
  'a part goes on elsewhere than it began',
  'a canvas is named in another encoding',
  'a part hangs on a later one',
  'a known part hangs on something that is not here',
  'nested too deeply',
])

let recordings: readonly Recording[] = []
let short: readonly Recording[] = []

beforeAll(() => {
  recordings = Array.from({ length: SESSIONS }, (_, index) => recordSession(FIRST + index))
  short = Array.from({ length: COMPARED }, (_, index) => recordSession(10_000 + FIRST + index, 15))
}, timeout)

describe('honest people', () => {
  it('[G4] are never refused, whatever they do', { timeout }, () => {
    const { frames, kinds, refused } = checkHonest(ours, recordings)
    expect(refused).toEqual([])
    expect(frames).toBeGreaterThan(Math.min(SESSIONS, 120) * 84)
    const missing = Object.keys(OPERATIONS).filter((name) => !kinds.has(name))
    expect(missing, 'operations that were never recorded').toEqual([])
    const others = ['typing', 'undo', 'redo', 'marks', 'blocks', 'paste lines', 'paste text', 'stroke', 'clear']
    const merges = ['offline merge', 'merged queue', 'queue once more', 'reload', 'full state']
    expect([...others, ...merges].filter((kind) => !kinds.has(kind))).toEqual([])
  })
})

describe('honest people, by the whole front', () => {
  it('[G4] are never refused either', { timeout }, () => {
    expect(checkHonestFront(recordings)).toEqual([])
  })
})

describe('hostile bytes', () => {
  it('[G4] that pass are applied by Yjs as they were read, and leave nothing waiting', { timeout }, () => {
    const finding = checkAgainstYjs(ours, short, { seed: FIRST, perFrame: 6 })
    expect(finding.disagreements).toEqual([])
    expect(finding.accepted).toBeGreaterThan(COMPARED * 5)
    expect(Array.from(finding.stricter.keys()).filter((reason) => !STRICTER.has(reason))).toEqual([])
    expect(finding.compared - finding.accepted).toBeGreaterThan(finding.accepted)
  })
})

describe('what the pre-scan refuses and Yjs would take', () => {
  const scan = (bytes: Uint8Array): void => scanUpdate(bytes, { struct: () => undefined, deletion: () => undefined })
  const numbers = (...values: number[]): Uint8Array => {
    const encoder = encoding.createEncoder()
    for (const value of values) encoding.writeVarUint(encoder, value)
    return encoding.toUint8Array(encoder)
  }
  const documentWith = (value: unknown): Uint8Array => {
    const ydoc = new Y.Doc()
    ydoc.getMap('m').set('k', value)
    return Y.encodeStateAsUpdate(ydoc)
  }
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  const gc = (clock: number, length: number): number[] => [1, 5, clock, 0, length]

  it.each<[string, Uint8Array]>([
    ['a subdocument', documentWith(new Y.Doc())],
    ['a value that is nested more than 32 times', documentWith(nested(34))],
    ['bytes after the end', numbers(1, ...gc(0, 1), 0, 0)],
    ['the same client twice', numbers(2, ...gc(0, 1), ...gc(1, 1), 0)],
    ['a part of no length', numbers(1, 1, 5, 0, 4, 1, 1, 0x6d, 0, 0)],
    ['a gap with marks of content', numbers(1, 1, 9, 0, 10 + 64, 5, 0)],
    ['a clock beyond 2^40', numbers(1, ...gc(0, 2 ** 41), 0)],
  ])('%s', (_name, bytes) => {
    const ydoc = new Y.Doc()
    expect(() => Y.applyUpdate(ydoc, bytes)).not.toThrow()
    expect(() => scan(bytes)).toThrow(expect.objectContaining({ code: 'update.malformed' }))
  })
})

describe('these suites fail', () => {
  const nothing = { ...ours.resolve(new Y.Doc(), new Uint8Array([0, 0])), isKnown: false }
  const few = { seed: 1, perFrame: 6 }

  it('for a pre-scan that refuses everything', () => {
    const refusing: PreScan = {
      scan: () => {
        throw malformed('everything is')
      },
      resolve: () => nothing,
    }
    expect(checkHonest(refusing, recordings.slice(0, 1)).refused.length).toBeGreaterThan(10)
    const finding = checkAgainstYjs(refusing, short, few)
    expect(finding.accepted).toBe(0)
    expect(Array.from(finding.stricter.keys())).toEqual(['everything is'])
  })

  it.each<[string, PreScan]>([
    ['that accepts everything', { scan: () => undefined, resolve: () => nothing }],
    ['that looks at the form only', { scan: scanUpdate, resolve: () => nothing }],
    [
      'that does not read deletions',
      { ...ours, scan: (bytes, visitor) => scanUpdate(bytes, { ...visitor, deletion: () => undefined }) },
    ],
    [
      'that takes changes for known ones',
      { ...ours, resolve: (ydoc, bytes) => ({ ...ours.resolve(ydoc, bytes), isKnown: true }) },
    ],
    [
      'that lets gaps pass',
      {
        ...ours,
        resolve: (ydoc, bytes) => {
          try {
            return ours.resolve(ydoc, bytes)
          } catch (error) {
            if (error instanceof AppError && error.code === 'update.clockGap') return nothing
            throw error
          }
        },
      },
    ],
  ])('for one %s', (_name, broken) => {
    expect(checkAgainstYjs(broken, short, few).disagreements.length).toBeGreaterThan(0)
  })
})

import type { SeededRandom } from '@tafelrunde/testkit'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Mutation = (bytes: Uint8Array, random: SeededRandom, other: Uint8Array) => Uint8Array

const NUMBERS = [0, 1, 127, 128, 255, 65_535, 33_000_000, 2 ** 31, 2 ** 32 - 1, 2 ** 40, 2 ** 53 - 1]

/** Ways to make something hostile out of honest bytes, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flipBits: (bytes, random) => {
    const changed = Uint8Array.from(bytes)
    for (let flips = random.integer(1, 4); flips > 0; flips -= 1) {
      const at = random.integer(0, changed.length)
      changed[at] = (changed[at] ?? 0) ^ (1 << random.integer(0, 8))
    }
    return changed
  },
  setByte: (bytes, random) => {
    const changed = Uint8Array.from(bytes)
    changed[random.integer(0, changed.length)] = random.pick([0, 1, 2, 127, 128, 255, random.integer(0, 256)])
    return changed
  },
  cut: (bytes, random) => bytes.slice(0, random.integer(0, bytes.length)),
  append: (bytes, random) => joined(bytes, random.bytes(random.integer(1, 12))),
  splice: (bytes, random, other) =>
    joined(bytes.subarray(0, random.integer(0, bytes.length)), other.subarray(random.integer(0, other.length))),
  repeat: (bytes, random) => {
    const from = random.integer(0, bytes.length)
    const part = bytes.subarray(from, from + random.integer(1, 40))
    return joined(
      bytes.subarray(0, from),
      ...Array.from({ length: random.integer(2, 30) }, () => part),
      bytes.subarray(from),
    )
  },
  remove: (bytes, random) => {
    const from = random.integer(0, bytes.length)
    return joined(bytes.subarray(0, from), bytes.subarray(from + random.integer(1, 6)))
  },
  overflow: (bytes, random) => {
    const at = random.integer(0, bytes.length)
    return joined(bytes.subarray(0, at), new Uint8Array(random.integer(1, 12)).fill(255), bytes.subarray(at))
  },
  /** A number at the head, where the counts stand, or anywhere else becomes a large one. */
  bomb: (bytes, random) => {
    const at = random.chance(0.5) ? random.integer(0, 3) : random.integer(0, bytes.length)
    return joined(bytes.subarray(0, at), varUint(random.pick(NUMBERS)), bytes.subarray(at + 1))
  },
  /** Lists in lists in lists, where a value stands. */
  nest: (bytes, random) => {
    const at = random.integer(0, bytes.length)
    const depth = random.pick([5, 31, 33, 200, 5_000])
    const nested = new Uint8Array(depth * 2).map((_byte, index) => (index % 2 === 0 ? 117 : 1))
    return joined(bytes.subarray(0, at), nested, bytes.subarray(at))
  },
  /** A part says that it is of another kind than it is. */
  confuse: (bytes, random) => {
    const changed = Uint8Array.from(bytes)
    const at = random.integer(Math.min(3, bytes.length - 1), bytes.length)
    changed[at] = ((changed[at] ?? 0) & 0xe0) | random.integer(0, 12)
    return changed
  },
  /** An honest update without its beginning. */
  behead: (bytes, random) => {
    const clocks = new Map(
      Array.from(Y.parseUpdateMeta(bytes).from, ([client, clock]) => [client, clock + random.integer(0, 30)]),
    )
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, clocks.size)
    for (const [client, clock] of clocks) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
    return Y.diffUpdate(bytes, encoding.toUint8Array(encoder))
  },
  /** Two honest updates in one, with what lies between them left out. */
  merge: (bytes, _random, other) => Y.mergeUpdates([bytes, other]),
}

/** One hostile version of honest bytes, made in one or two steps, and the name of the last one. */
export function mutate(
  bytes: Uint8Array,
  random: SeededRandom,
  other: Uint8Array,
): { name: string; bytes: Uint8Array } {
  const first = random.chance(0.3) ? mutateOnce(bytes, random, other).bytes : bytes
  return mutateOnce(first.length > 0 ? first : bytes, random, other)
}

function mutateOnce(bytes: Uint8Array, random: SeededRandom, other: Uint8Array): { name: string; bytes: Uint8Array } {
  const name = random.pick(Object.keys(MUTATIONS))
  try {
    return { name, bytes: (MUTATIONS[name] as Mutation)(bytes, random, other) }
  } catch {
    // Yjs reads the bytes in two of them, and after a first step it may not be able to.
    return { name: 'setByte', bytes: (MUTATIONS['setByte'] as Mutation)(bytes, random, other) }
  }
}

/** A number as lib0 writes it. */
export function varUint(number: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

/** All parts behind each other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

import * as Y from 'yjs'
import { scanUpdate } from '../../src/front/scanUpdate.ts'
import { joined, varUint } from './mutate.ts'

/** What reading one hostile update costs, here and in Yjs. */
export interface AttackCost {
  readonly name: string
  readonly bytes: number
  readonly ms: number
  readonly yjsMs: number
  /** Heap that one reading takes. */
  readonly heapBytes: number
  readonly yjsHeapBytes: number
}

const ROUNDS = 40
const HEAP_READINGS = 12

/** Measure the attacks that a pre-scan is there for. Needs `--expose-gc`. */
export function measureAttacks(): readonly AttackCost[] {
  const attacks: readonly (readonly [string, Uint8Array])[] = [
    ['fourteen bytes that claim 33 million parts', numbers(1, 33_000_000, 2 ** 31, 2 ** 20, 0, 1)],
    ['5,000 client ids that nobody knows', unknownClients(5_000)],
    ['a value that is nested 5,000 times', nestedValue(5_000)],
  ]
  return attacks.map(([name, bytes]) => {
    const read = quietly(() => scanUpdate(bytes, { struct: () => undefined, deletion: () => undefined }))
    const readByYjs = quietly(() => Y.applyUpdate(new Y.Doc(), bytes))
    for (let round = 0; round < 300; round += 1) read()
    return {
      name,
      bytes: bytes.length,
      ms: leastMs(read, ROUNDS),
      yjsMs: leastMs(readByYjs, 3),
      // The least: as long as the compiler has not come round to it, numbers are boxed that need no memory afterwards.
      heapBytes: Math.min(...Array.from({ length: HEAP_READINGS }, () => heapPerCall(read, ROUNDS))),
      yjsHeapBytes: heapPerCall(readByYjs, 1),
    }
  })
}

function unknownClients(count: number): Uint8Array {
  const text = Uint8Array.of(0x84)
  const parts = Array.from({ length: count }, (_, index) =>
    joined(numbers(1, 900_000 - index, 5), text, numbers(5_000_000 + index, 7, 1, 120)),
  )
  return joined(numbers(count), ...parts, numbers(0))
}

/** A key of a map whose value is a list in a list in a list … */
function nestedValue(depth: number): Uint8Array {
  const lists = new Uint8Array(depth * 2).map((_byte, index) => (index % 2 === 0 ? 117 : 1))
  return joined(numbers(1, 1, 5, 0, 0x28, 1, 1, 109, 1, 107, 1), lists, numbers(126, 0))
}

function numbers(...values: readonly number[]): Uint8Array {
  return joined(...values.map(varUint))
}

function quietly(run: () => void): () => void {
  return () => {
    try {
      run()
    } catch {
      // What it says about the bytes is another test's business.
    }
  }
}

function leastMs(run: () => void, rounds: number): number {
  let least = Infinity
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    run()
    least = Math.min(least, performance.now() - startedAt)
  }
  return least
}

function heapPerCall(run: () => void, calls: number): number {
  if (!globalThis.gc) throw new Error('run with --expose-gc')
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  for (let call = 0; call < calls; call += 1) run()
  return Math.max(0, (process.memoryUsage().heapUsed - before) / calls)
}

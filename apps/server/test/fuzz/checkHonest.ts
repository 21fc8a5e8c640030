import * as Y from 'yjs'
import { framed, FrontBench, OPEN } from './FrontBench.ts'
import type { PreScan } from './PreScan.ts'
import type { Recording } from './recordSession.ts'

/** How a pre-scan treats honest people. */
export interface HonestFinding {
  readonly frames: number
  readonly kinds: ReadonlyMap<string, number>
  /** What it refused, and where. */
  readonly refused: readonly string[]
}

/** Let a pre-scan see recorded sessions in their order; a frame that it refuses is told and applied all the same. */
export function checkHonest(preScan: PreScan, recordings: Iterable<Recording>): HonestFinding {
  const kinds = new Map<string, number>()
  const refused: string[] = []
  let frames = 0
  for (const { seed, start, frames: recorded } of recordings) {
    const server = new Y.Doc()
    Y.applyUpdate(server, start)
    for (const [at, { bytes, kind }] of recorded.entries()) {
      frames += 1
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      try {
        preScan.scan(bytes, { struct: () => undefined, deletion: () => undefined })
        preScan.resolve(server, bytes)
      } catch (error) {
        refused.push(`seed ${seed} frame ${at} (${kind}, ${bytes.length} bytes): ${String(error)}`)
      }
      Y.applyUpdate(server, bytes)
    }
  }
  return { frames, kinds, refused }
}

/** The same for the whole front: every frame has to pass, or to be known. Returns what was refused. */
export function checkHonestFront(recordings: Iterable<Recording>): readonly string[] {
  const refused: string[] = []
  for (const { seed, start, frames } of recordings) {
    const server = new Y.Doc()
    Y.applyUpdate(server, start)
    const bench = new FrontBench(server, OPEN)
    for (const [at, { bytes, kind }] of frames.entries()) {
      const outcome = bench.receive(framed(bytes))
      if (outcome.refused !== null) refused.push(`seed ${seed} frame ${at} (${kind}): ${outcome.refused}`)
      Y.applyUpdate(server, bytes)
    }
    bench.close()
  }
  return refused
}

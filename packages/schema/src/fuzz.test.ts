import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { applyInverse } from './applyInverse.ts'
import { readBoard } from './Board.ts'
import type { Inverse } from './Inverse.ts'
import { aBoard, anItem } from './testing/aBoard.ts'
import { expectConverged } from './testing/expectSound.ts'
import { OPERATIONS } from './testing/operations.ts'
import { seededRandom, type SeededRandom } from './testing/seededRandom.ts'
import { itemFragment } from './transport.ts'
import { peersOf, syncAll, type Peer } from './testing/twoPeers.ts'

/** More with `FUZZ_SEEDS=500`. */
const SEEDS = Array.from({ length: Number(process.env['FUZZ_SEEDS'] ?? 40) }, (_, index) => index + 1)
const STEPS = 150

function exchange(from: Peer, to: Peer): void {
  Y.applyUpdate(to.ydoc, Y.encodeStateAsUpdate(from.ydoc, Y.encodeStateVector(to.ydoc)), 'remote')
}

/** Type in the text of an item as a bound editor does: into the fragment, past the operations. */
function type(peer: Peer, random: SeededRandom): void {
  const item = random.pick(readBoard(peer.board).items)
  const paragraph = item && itemFragment(peer.board, item.id)?.toArray()[0]
  const text = paragraph instanceof Y.XmlElement ? paragraph.toArray()[0] : null
  if (!(text instanceof Y.XmlText)) return
  if (random.below(3) === 0 && text.length > 2) text.delete(random.below(text.length - 1), 1)
  else text.insert(random.below(text.length + 1), random.pick(['x', ' und', 'é']), random.pick([{}, { bold: {} }]))
}

describe('several people, random operations, partitions', () => {
  test.each(SEEDS)('all boards converge and stay sound (seed %i)', (seed) => {
    const random = seededRandom(seed)
    const { ydoc, board, canvasId } = aBoard()
    for (const text of ['Eins', 'Zwei', 'Drei']) anItem(board, canvasId, text)
    const peers = peersOf(ydoc, [seed * 10 + 1, seed * 10 + 2, seed * 10 + 3, seed * 10 + 4])
    const names = Object.keys(OPERATIONS)
    const log: string[] = []
    const inverses: { peer: number; inverse: Inverse }[] = []
    try {
      for (let step = 0; step < STEPS; step++) {
        const index = random.below(peers.length)
        const peer = peers[index] as Peer
        const what = random.below(10)
        if (what === 0) {
          const other = random.pick(peers)
          log.push(`${index} receives`)
          if (other !== peer) exchange(other, peer)
        } else if (what === 1 && inverses.length > 0) {
          const undone = random.pick(inverses)
          log.push(`${undone.peer} undoes ${undone.inverse.operation}`)
          applyInverse((peers[undone.peer] as Peer).board, undone.inverse)
        } else if (what === 2) {
          log.push(`${index} types`)
          type(peer, random)
        } else {
          const name = random.pick(names)
          log.push(`${index} ${name}`)
          const applied = OPERATIONS[name]?.(peer.board, random)
          if (applied) inverses.push({ peer: index, inverse: applied.inverse })
        }
        if (step % 50 === 49) {
          syncAll(peers)
          expectConverged(peers)
        }
      }
      syncAll(peers)
      expectConverged(peers)
    } catch (error) {
      throw new Error(`seed ${seed} failed after:\n${log.slice(-40).join('\n')}`, { cause: error })
    }
    const operations = new Set(inverses.map(({ inverse }) => inverse.operation))
    expect(operations.size, 'the run did something').toBeGreaterThan(15)
  })
})

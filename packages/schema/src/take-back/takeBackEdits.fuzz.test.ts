import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { readBoard } from '../Board.ts'
import { BOARD_ROOTS } from '../roots.ts'
import { aBoard, anItem } from '../testing/aBoard.ts'
import { expectSame, expectSound } from '../testing/expectSound.ts'
import { JournaledBoard } from '../testing/JournaledBoard.ts'
import { OPERATIONS } from '../testing/operations.ts'
import { seededRandom, type SeededRandom } from '../testing/seededRandom.ts'
import type { Peer } from '../testing/twoPeers.ts'
import { itemFragment } from '../transport.ts'
import { takeBackEdits } from './takeBackEdits.ts'

/** More with `FUZZ_SEEDS=500`. */
const SEEDS = Array.from({ length: Number(process.env['FUZZ_SEEDS'] ?? 40) }, (_, index) => index + 1)
const ANNA = 101

function type(peer: Peer, random: SeededRandom): void {
  const item = random.pick(readBoard(peer.board).items)
  const paragraph = item && itemFragment(peer.board, item.id)?.toArray()[0]
  const text = paragraph instanceof Y.XmlElement ? paragraph.toArray()[0] : null
  if (!(text instanceof Y.XmlText)) return
  const words = text.toString()
  const at = random.below(text.length + 1)
  // No editor cuts a character in two; Yjs would replace both halves for good.
  if (/[\ud800-\udfff]/.test(words.slice(Math.max(0, at - 1), at + 1))) return
  if (random.below(3) === 0 && at < text.length) text.delete(at, 1)
  else text.insert(at, random.pick(['x', ' und', 'é']))
}

function act(peer: Peer, random: SeededRandom): void {
  if (random.below(4) === 0) type(peer, random)
  else OPERATIONS[random.pick(Object.keys(OPERATIONS))]?.(peer.board, random)
}

function aScene(seed: number): { journaled: JournaledBoard; random: SeededRandom } {
  const random = seededRandom(seed)
  const { ydoc, board, canvasId } = aBoard()
  for (const text of ['Eins', 'Zwei', 'Drei']) anItem(board, canvasId, text)
  return { journaled: new JournaledBoard(ydoc, [ANNA, 102, 103]), random }
}

/** Every struct of a board that can be seen, with the entry that it is part of. */
function visibleItems(ydoc: Y.Doc): readonly { item: Y.Item; entry: Y.Item; isInText: boolean }[] {
  const found: { item: Y.Item; entry: Y.Item; isInText: boolean }[] = []
  const visit = (item: Y.Item, entry: Y.Item, isInText: boolean): void => {
    if (item.deleted) return
    found.push({ item, entry, isInText })
    if (!(item.content instanceof Y.ContentType)) return
    const { type: content } = item.content
    const isText = isInText || content instanceof Y.XmlFragment || content instanceof Y.Text
    for (let part = content._start; part; part = part.right) visit(part, entry, isText)
    for (const value of content._map.values()) visit(value, entry, isText)
  }
  for (const root of BOARD_ROOTS) for (const item of ydoc.getMap(root)._map.values()) visit(item, item, false)
  return found
}

/** Characters and values that Anna has not written, by their ids; without what others set on a stroke of hers. */
function othersWork(ydoc: Y.Doc): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { item, entry } of visibleItems(ydoc)) {
    if (item.id.client === ANNA) continue
    const isHers = entry.id.client === ANNA
    const isDrawn = entry.parent === ydoc.getMap('sketch')
    const isValue = item.parentSub !== null && !(isHers && (isDrawn || item.parentSub === 'state'))
    if (item.content instanceof Y.ContentString || isValue) {
      for (let offset = 0; offset < item.length; offset++) ids.add(`${item.id.client}/${item.id.clock + offset}`)
    }
  }
  return ids
}

const takeBackAnna = (journaled: JournaledBoard) =>
  journaled.edit((copy) =>
    takeBackEdits(
      copy,
      journaled.history((row) => row.by === 0),
    ),
  )

describe('taking the edits of one of three people back', () => {
  test.each(SEEDS)('[K2] [K3] [K6] nothing of the others is lost, nothing else of hers is left (seed %i)', (seed) => {
    const { journaled, random } = aScene(seed)
    for (let step = 0; step < 80; step++) {
      const peer = random.pick(journaled.peers)
      act(peer, random)
      if (random.below(3) === 0) journaled.send(random.pick(journaled.peers))
      if (random.below(3) === 0) journaled.receive(random.pick(journaled.peers))
    }
    for (const peer of journaled.peers) journaled.send(peer)
    const before = othersWork(journaled.live)
    const hers = journaled.rows.filter((row) => row.by === 0).length
    expect(hers, 'the run did something').toBeGreaterThan(5)
    const counts = takeBackAnna(journaled)
    expect(counts.removed + counts.restored + counts.changed).toBeGreaterThan(0)

    const after = othersWork(journaled.live)
    expect([...before].filter((id) => !after.has(id))).toEqual([])
    for (const { item, entry } of visibleItems(journaled.live)) {
      if (item.id.client !== ANNA || entry.id.client === ANNA) continue
      // A part of a text that she made and others have written in.
      expect(visibleItems(journaled.live).some((one) => one.entry === entry && one.item.id.client !== ANNA)).toBe(true)
      expect(item.content).toBeInstanceOf(Y.ContentType)
    }
    const sound = expectSound({ ydoc: journaled.live, board: journaled.board })
    expectSame(readBoard(journaled.replayed()), sound)
    journaled.settle()
    for (const peer of journaled.peers) expectSame(readBoard(peer.board), readBoard(journaled.board))
  })

  test.each(SEEDS)(
    '[K1] [K5] what she did alone is as if it had never been, and can be had again (seed %i)',
    (seed) => {
      const { journaled, random } = aScene(seed)
      const [anna] = journaled.peers as [Peer]
      for (let step = 0; step < 20; step++) act(random.pick(journaled.peers.slice(1)), random)
      journaled.settle()
      const [before, from] = [readBoard(journaled.board), journaled.rows.length]
      for (let step = 0; step < 40; step++) act(anna, random)
      journaled.settle()
      const hers = readBoard(journaled.board)
      journaled.edit((copy) =>
        takeBackEdits(
          copy,
          journaled.history((row) => row.by === 0 && row.at >= from),
        ),
      )
      const after = readBoard(journaled.board)
      for (const kind of ['canvases', 'items', 'recommendations', 'sketch'] as const) {
        const old = new Map(before[kind].map((entry) => [entry.id as string, entry]))
        const left = after[kind].filter((entry) => old.has(entry.id))
        expect(left).toEqual(before[kind])
        for (const entry of after[kind]) if (!old.has(entry.id)) expect(entry).toMatchObject({ state: 'deleted' })
      }
      const row = journaled.rows.at(-1)
      expect(row?.by, 'the run did something').toBe(-1)
      journaled.edit((copy) =>
        takeBackEdits(
          copy,
          journaled.history((one) => one === row),
        ),
      )
      expectSame(readBoard(journaled.board), hers)
    },
  )
})

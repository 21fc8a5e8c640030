import { describe, expect, test } from 'vitest'
import { readBoard } from './Board.ts'
import { editItemText } from './item/itemText.ts'
import { moveItem } from './item/moveItem.ts'
import { clusterItem } from './cluster/clusterItem.ts'
import { binItem } from './item/binItem.ts'
import { addItem } from './item/addItem.ts'
import { aBoard, anItem, must } from './testing/aBoard.ts'
import { OPERATIONS } from './testing/operations.ts'
import { seededRandom } from './testing/seededRandom.ts'
import { expectConverged } from './testing/expectSound.ts'
import { peersOf, syncAll } from './testing/twoPeers.ts'
import { applyInverse } from './applyInverse.ts'
import { parseInverse, type Inverse } from './Inverse.ts'
import { UndoStack } from './UndoStack.ts'

const textsOf = (board: Parameters<typeof readBoard>[0]): string[] =>
  readBoard(board)
    .items.filter(({ state }) => state === 'active')
    .map(({ fieldId, plainText }) => `${fieldId}: ${plainText}`)

describe('undo', () => {
  test('[U1] takes back and does again, step by step, also after a reload', () => {
    const { board, canvasId } = aBoard()
    const stack = new UndoStack()
    const added = must(addItem(board, { place: { canvasId, fieldId: 'goals' }, text: 'a' }))
    stack.push('add', added.inverse)
    stack.push('edit', must(editItemText(board, added.result, 'b')).inverse)
    stack.push('move', must(moveItem(board, added.result, { canvasId, fieldId: 'needs' })).inverse)
    const reloaded = UndoStack.fromJSON(JSON.parse(JSON.stringify(stack)))
    const seen = [textsOf(board)]
    while (reloaded.canUndo) {
      expect(reloaded.undo(board)).toMatchObject({ done: true })
      seen.push(textsOf(board))
    }
    expect(seen).toEqual([['needs: b'], ['goals: b'], ['goals: a'], []])
    expect(reloaded.undo(board)).toBeNull()
    while (reloaded.canRedo) reloaded.redo(board)
    expect(textsOf(board)).toEqual(['needs: b'])
  })

  test('[U2] what others have changed since is skipped and says so; the step before it can be taken back', () => {
    const { ydoc, board, canvasId } = aBoard()
    const id = anItem(board, canvasId, 'a')
    const [me, you] = peersOf(ydoc, [1, 2]).map((peer) => peer)
    const stack = new UndoStack()
    stack.push('move', must(moveItem(must(me).board, id, { canvasId, fieldId: 'needs' })).inverse)
    stack.push('edit', must(editItemText(must(me).board, id, 'mein Text')).inverse)
    syncAll([must(me), must(you)])
    editItemText(must(you).board, id, 'mein Text, verbessert')
    syncAll([must(me), must(you)])
    expect(stack.undo(must(me).board)).toEqual({ skipped: 'changed-since', label: 'edit' })
    expect(textsOf(must(me).board)).toEqual(['needs: mein Text, verbessert'])
    expect(stack.undo(must(me).board)).toEqual({ done: true, label: 'move' })
    expect(textsOf(must(me).board)).toEqual(['goals: mein Text, verbessert'])
  })

  test('[U2] an item that others have written in is not binned by undoing that it was added', () => {
    const { ydoc, board, canvasId } = aBoard()
    const added = must(addItem(board, { place: { canvasId, fieldId: 'goals' }, text: 'kurz' }))
    const [you] = peersOf(ydoc, [9])
    editItemText(must(you).board, added.result, 'kurz und gut')
    syncAll([{ ydoc, board }, must(you)])
    expect(applyInverse(board, added.inverse)).toEqual({ skipped: 'changed-since' })
  })

  test('[U2] a step on something that is gone says so', () => {
    const { board, canvasId, ydoc } = aBoard()
    const id = anItem(board, canvasId, 'a')
    const binned = must(binItem(board, id))
    ydoc.getMap('items').delete(id)
    expect(applyInverse(board, binned.inverse)).toEqual({ skipped: 'gone' })
  })

  test('[U3] a new step ends the possibility to redo', () => {
    const { board, canvasId } = aBoard()
    const stack = new UndoStack()
    const id = anItem(board, canvasId, 'a')
    stack.push('edit', must(editItemText(board, id, 'b')).inverse)
    stack.undo(board)
    stack.push('bin', must(binItem(board, id)).inverse)
    expect(stack.redo(board)).toBeNull()
  })

  test('nonsense from storage gives an empty stack', () => {
    const steps = [
      { label: 'x', inverse: { operation: 'x', changes: [{ type: 'set', root: 'meta', id: 'a', key: 'b' }] } },
    ]
    for (const value of [null, 5, 'x', [], {}, { undo: 'x' }, { undo: [1, null, {}] }, { undo: steps, redo: steps }]) {
      expect(UndoStack.fromJSON(value).canUndo).toBe(false)
    }
  })
})

describe('[U1] the inverse of every operation', () => {
  test.each(Object.keys(OPERATIONS))('%s gives the board back, and its own inverse does it again', (name) => {
    let applications = 0
    for (let seed = 0; seed < 24; seed++) {
      const { ydoc, board, canvasId } = aBoard()
      const first = anItem(board, canvasId, 'eins')
      anItem(board, null, 'zwei', 'free')
      clusterItem(board, anItem(board, canvasId, 'drei'), first)
      for (const prepare of [
        'addCanvas',
        'addRecommendation',
        'deriveRecommendation',
        'connect',
        'draw',
        'addService',
        'linkItem',
        'placeItem',
        'parkItem',
      ]) {
        OPERATIONS[prepare]?.(board, seededRandom(seed))
      }
      if (seed % 2 === 0) {
        OPERATIONS['binItem']?.(board, seededRandom(seed))
        OPERATIONS['binRecommendation']?.(board, seededRandom(seed))
        OPERATIONS['binCanvas']?.(board, seededRandom(seed))
      }
      const before = visible(board)
      const applied = OPERATIONS[name]?.(board, seededRandom(seed + 500))
      if (!applied) continue
      applications++
      const after = visible(board)
      const inverse = parseInverse(JSON.parse(JSON.stringify(applied.inverse)))
      const undone = applyInverse(board, must(inverse))
      expect(visible(board)).toEqual(before)
      applyInverse(board, (undone as { inverse: Inverse }).inverse)
      expect(visible(board)).toEqual(after)
      if (seed < 2) expectConverged([{ ydoc, board }])
    }
    expect(applications, 'the operation did something').toBeGreaterThan(0)
  })
})

/** What people see: without what is in the bin, and without order keys. */
function visible(board: Parameters<typeof readBoard>[0]): unknown {
  const { canvases, items, recommendations, sketch } = readBoard(board)
  const shown = <T extends { state: string; order: string }>(list: readonly T[]): unknown[] =>
    list.filter(({ state }) => state !== 'deleted').map((entry) => ({ ...entry, order: '' }))
  return [shown(canvases), shown(items), shown(recommendations), sketch]
}

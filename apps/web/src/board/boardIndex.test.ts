import { addCanvas, addItem, binItem, clusterItem, openBoard, readBoard, type ItemId } from '@tafelrunde/schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { indexOf } from './boardIndex.ts'

test('a field has heads and single notes; members are found under their head, and in the field when it is gone', () => {
  const board = openBoard(new Y.Doc())
  const canvasId = addCanvas(board, { templateId: 'target-group', title: '' })?.result ?? null
  const add = (text: string): ItemId =>
    addItem(board, { place: { canvasId, fieldId: 'goals' }, text })?.result as ItemId
  const [head, member, single] = [add('Sprache'), add('Einfache Sprache'), add('Zeiten')]
  clusterItem(board, member as ItemId, head as ItemId)
  const before = indexOf(readBoard(board))
  expect(before.itemsIn(canvasId, 'goals').map(({ id }) => id)).toEqual([head, single])
  expect(before.clusters.membersOf.get(head as ItemId)?.map(({ id }) => id)).toEqual([member])
  expect(before.byId.has(member as ItemId)).toBe(true)
  binItem(board, head as ItemId)
  expect(
    indexOf(readBoard(board))
      .itemsIn(canvasId, 'goals')
      .map(({ id }) => id),
  ).toEqual([member, single])
})

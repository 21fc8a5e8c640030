import {
  addCanvas,
  addItem,
  clusterItem,
  editItemText,
  openBoard,
  readBoard,
  unclusterItem,
  type Board,
  type ItemId,
} from '@tafelrunde/schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { voteableNotes } from './voteableNotes.ts'

const textsOf = (board: Board): string[] =>
  voteableNotes(readBoard(board), { fieldId: null }).map(({ plainText }) => plainText)

test('[VT1] notes of a cluster count through its head, once; taken out they count for themselves', () => {
  const board = openBoard(new Y.Doc())
  const canvasId = addCanvas(board, { templateId: 'target-group', title: '' })?.result ?? null
  const add = (text: string): ItemId =>
    addItem(board, { place: { canvasId, fieldId: 'goals' }, text })?.result as ItemId
  const [head, member] = [add('Sprache'), add('Einfache Sprache'), add('Öffnungszeiten')]
  clusterItem(board, member as ItemId, head as ItemId)
  expect(textsOf(board)).toEqual(['Sprache', 'Öffnungszeiten'])
  editItemText(board, head as ItemId, '')
  expect(textsOf(board)).toEqual(['Einfache Sprache', 'Öffnungszeiten'])
  unclusterItem(board, member as ItemId)
  editItemText(board, head as ItemId, 'Sprache')
  expect(textsOf(board)).toEqual(['Sprache', 'Einfache Sprache', 'Öffnungszeiten'])
})

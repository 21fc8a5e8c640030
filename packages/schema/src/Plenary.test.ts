import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { newId, type GroupId, type ItemId } from './ids.ts'
import { observePlenary, openPlenary, readPlenary } from './Plenary.ts'
import { applyPlenaryInverse, moveEntry, rewordEntry } from './plenary/decide.ts'
import { foldEntries, tellApart, unfoldEntries } from './plenary/foldEntries.ts'
import { pairKeyOf } from './plenary/pairKey.ts'
import { forgetUndecided, rememberWords } from './plenary/rememberWords.ts'
import { binItem } from './item/binItem.ts'
import type { PlenaryEntry } from './plenary/PlenaryView.ts'
import { projectPlenary } from './plenary/projectPlenary.ts'
import { aBoard, anItem, must } from './testing/aBoard.ts'
import { readBoard } from './Board.ts'
import { editItemText } from './item/itemText.ts'
import { richTextOf } from './RichText.ts'
import type { Group } from './run-state/RunState.ts'

const group: Group = {
  id: newId<GroupId>(),
  kind: 'group',
  letter: 'A',
  colour: 0,
  name: 'Gruppe A',
  topic: '',
  maxSeats: null,
  targetGroupId: null,
  isLocked: false,
  lockedCanvasIds: [],
}

function aPlenary(texts: readonly string[]) {
  const { board, canvasId } = aBoard()
  const keyOf = (id: ItemId): string => `${group.id}/${id}`
  const keys = texts.map((text) => keyOf(anItem(board, canvasId, text)))
  const ydoc = new Y.Doc()
  const plenary = openPlenary(ydoc)
  const view = (): readonly PlenaryEntry[] =>
    projectPlenary({
      run: { groups: [group], targetGroups: [], talks: [] },
      boards: [{ groupId: group.id, board: readBoard(board) }],
      decisions: readPlenary(plenary),
    }).entries
  const add = (text: string): string => keyOf(anItem(board, canvasId, text))
  const bin = (key: string): void => void binItem(board, key.slice(-22) as ItemId)
  const edit = (key: string, text: string): void =>
    void editItemText(board, key.split('/')[1] as ItemId, richTextOf(text))
  return { plenary, ydoc, keys, view, add, bin, edit }
}

const folds = (entries: readonly PlenaryEntry[]): (string | null)[] => entries.map((entry) => entry.foldedInto)

describe('what the plenary decides', () => {
  test('[P5] folds, and unfolding restores exactly', () => {
    const { plenary, keys, view } = aPlenary(['a', 'b', 'c'])
    const before = view()
    foldEntries(plenary, keys.slice(0, 2), must(keys[1]))
    expect(folds(view())).toEqual([keys[1], null, null])
    unfoldEntries(plenary, must(keys[1]))
    expect(view()).toEqual(before)
  })

  test('[P5] a fold into something folded ends at the last head, and a circle loses nobody', () => {
    const { plenary, keys, view } = aPlenary(['a', 'b', 'c'])
    const [a, b, c] = keys as [string, string, string]
    foldEntries(plenary, [a], b)
    foldEntries(plenary, [b], c)
    expect(folds(view())).toEqual([c, c, null])
    const other = openPlenary(new Y.Doc())
    const [left, right] = [new Y.Doc(), new Y.Doc()]
    foldEntries(openPlenary(left), [a], b)
    foldEntries(openPlenary(right), [b], a)
    const merged = new Y.Doc()
    for (const doc of [left, right]) Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc))
    expect(readPlenary(openPlenary(merged)).folds).toHaveLength(1)
    expect(other).not.toBe(plenary)
  })

  test('[P5] taking apart what the plenary folded leaves equal words folded as they were', () => {
    const { plenary, keys, view } = aPlenary(['Zu lang', 'Zu lang', 'Anderes'])
    const before = view()
    foldEntries(plenary, [must(keys[2])], must(keys[0]))
    expect(folds(view())).toEqual([null, keys[0], keys[0]])
    unfoldEntries(plenary, must(keys[0]))
    expect(view()).toEqual(before)
  })

  test('[P5] two moderators who fold two entries into one another take them apart with one unfold', () => {
    const { keys } = aPlenary(['a', 'b'])
    const [a, b] = keys as [string, string]
    const [left, right] = [new Y.Doc(), new Y.Doc()]
    foldEntries(openPlenary(left), [a], b)
    foldEntries(openPlenary(right), [b], a)
    Y.applyUpdate(left, Y.encodeStateAsUpdate(right))
    const plenary = openPlenary(left)
    unfoldEntries(plenary, must(readPlenary(plenary).folds[0]).headKey)
    expect(readPlenary(plenary).folds).toEqual([])
  })

  test('[P5] while the head is in the bin, the entry in its place unfolds; the card is what it was', () => {
    const { plenary, keys, view, bin } = aPlenary(['a', 'b', 'c'])
    const [a, b, c] = keys as [string, string, string]
    foldEntries(plenary, [b, c], a)
    bin(a)
    expect(folds(view())).toEqual([null, b])
    unfoldEntries(plenary, b)
    expect(folds(view())).toEqual([null, null])
    expect(readPlenary(plenary)).toMatchObject({ folds: [], apart: [] })
  })

  test('[P6] what was taken apart stays apart through a fold with something else', () => {
    const { plenary, keys, view } = aPlenary(['Zu lang', 'Zu lang', 'Anderes'])
    const [a, , c] = keys as [string, string, string]
    unfoldEntries(plenary, a)
    const before = view()
    foldEntries(plenary, [a], c)
    unfoldEntries(plenary, c)
    expect(view()).toEqual(before)
    expect(folds(before)).toEqual([null, null, null])
  })

  test('[P14] entries that look alike and are not the same are remembered by twos, until somebody takes that back', () => {
    const { plenary, keys } = aPlenary(['a', 'b', 'c'])
    const [a, b, c] = keys as [string, string, string]
    tellApart(plenary, [c, a, b, a])
    const all = [pairKeyOf(a, b), pairKeyOf(a, c), pairKeyOf(b, c)].toSorted()
    expect(readPlenary(plenary)).toMatchObject({ folds: [], apart: [], different: all })
    tellApart(plenary, [b, a], false)
    expect(readPlenary(plenary).different).toEqual(all.filter((key) => key !== pairKeyOf(a, b)))
    expect(tellApart(plenary, [a, 'nonsense'])).toBeNull()
  })

  test('[P6] equal words of the same field fold by themselves, until the plenary takes them apart', () => {
    const { plenary, keys, view } = aPlenary(['Zu lang', 'zu  lang.', 'Anderes', 'ZU LANG'])
    expect(folds(view())).toEqual([null, keys[0], null, keys[0]])
    const inverse = must(unfoldEntries(plenary, must(keys[0])))
    expect(folds(view())).toEqual([null, null, null, null])
    applyPlenaryInverse(plenary, inverse)
    expect(folds(view())).toEqual([null, keys[0], null, keys[0]])
  })

  test('[P7] an order of its own; what arrives later comes behind', () => {
    const { plenary, keys, view, add } = aPlenary(['a', 'b', 'c'])
    moveEntry(plenary, must(keys[2]), { section: keys, after: null })
    expect(view().map(({ plainText }) => plainText)).toEqual(['c', 'a', 'b'])
    moveEntry(plenary, must(keys[2]), { section: view().map(({ key }) => key), after: must(keys[0]) })
    expect(view().map(({ plainText }) => plainText)).toEqual(['a', 'c', 'b'])
    add('d')
    expect(view().map(({ plainText }) => plainText)).toEqual(['a', 'c', 'b', 'd'])
  })

  test('[P8] a wording that leaves the group’s text as it is', () => {
    const { plenary, keys, view } = aPlenary(['roh'])
    rewordEntry(plenary, must(keys[0]), 'Geschliffen')
    expect(view()[0]?.plainText).toBe('Geschliffen')
    rewordEntry(plenary, must(keys[0]), null)
    expect(view()[0]?.plainText).toBe('roh')
    expect(() => rewordEntry(plenary, must(keys[0]), 'x'.repeat(6_000))).toThrow(
      expect.objectContaining({ code: 'text.tooLong' }),
    )
  })

  test('[P9] an edit at the source shows with the words of then, until the plenary takes note', () => {
    const { plenary, keys, view, edit } = aPlenary(['roh', 'daneben'])
    const [key] = keys as [string]
    expect(view().map(({ changedSince }) => changedSince)).toEqual([null, null])
    rememberWords(plenary, { [key]: 'roh' })
    expect(view()[0]?.changedSince).toBeNull()
    edit(key, 'ganz anders')
    expect(view()[0]).toMatchObject({ plainText: 'ganz anders', changedSince: 'roh' })
    edit(key, 'roh')
    expect(view()[0]?.changedSince).toBeNull()
    edit(key, 'ganz anders')
    rememberWords(plenary, { [key]: 'ganz anders' })
    expect(view()[0]?.changedSince).toBeNull()
    const inverse = must(rememberWords(plenary, { [key]: null }))
    edit(key, 'noch anders')
    expect(view()[0]?.changedSince).toBeNull()
    applyPlenaryInverse(plenary, inverse)
    expect(view()[0]?.changedSince).toBe('ganz anders')
  })

  test('[P9] words are forgotten with the last decision about their entry, not before', () => {
    const { plenary, keys } = aPlenary(['a', 'b', 'c'])
    const [a, b, c] = keys as [string, string, string]
    foldEntries(plenary, [a], b)
    rewordEntry(plenary, a, 'A')
    rememberWords(plenary, { [a]: 'a', [b]: 'b', [c]: 'c' })
    forgetUndecided(plenary, [a, b])
    expect(Object.keys(readPlenary(plenary).seen ?? {}).toSorted()).toEqual([a, b, c].toSorted())
    unfoldEntries(plenary, b)
    forgetUndecided(plenary, [a, b])
    expect(Object.keys(readPlenary(plenary).seen ?? {}).toSorted()).toEqual([a, c].toSorted())
  })

  test('[P10] a reworded entry keeps the group’s own words beside it, also those of now', () => {
    const { plenary, keys, view, edit } = aPlenary(['roh'])
    const [key] = keys as [string]
    expect(view()[0]?.original).toBeNull()
    rewordEntry(plenary, key, 'Geschliffen')
    rememberWords(plenary, { [key]: 'roh' })
    edit(key, 'rau')
    expect(view()[0]).toMatchObject({ plainText: 'Geschliffen', original: 'rau', changedSince: 'roh' })
  })

  test('[U2] a decision that somebody changed since is not taken back', () => {
    const { plenary, keys } = aPlenary(['a'])
    const inverse = must(rewordEntry(plenary, must(keys[0]), 'eins'))
    rewordEntry(plenary, must(keys[0]), 'zwei')
    expect(applyPlenaryInverse(plenary, inverse)).toBeNull()
  })

  test('keys that are none and values that are broken are left out', () => {
    const { plenary, ydoc, keys } = aPlenary(['a'])
    let heard = 0
    observePlenary(plenary, () => heard++)
    expect(rewordEntry(plenary, '__proto__', 'x')).toBeNull()
    expect(foldEntries(plenary, keys, 'nonsense')).toBeNull()
    ydoc.getMap('order').set(must(keys[0]), 'zzz!')
    ydoc.getMap('wording').set(must(keys[0]), 7)
    ydoc.getMap('folds').set('x', 'y')
    ydoc.getMap('seen').set(must(keys[0]), {})
    expect(readPlenary(plenary)).toMatchObject({ folds: [], wording: {}, order: {}, seen: {} })
    expect(heard).toBe(4)
  })
})

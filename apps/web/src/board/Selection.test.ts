import type { ItemId } from '@tafelrunde/schema'
import { describe, expect, test } from 'vitest'
import { Selection } from './Selection.ts'

const [a, b] = ['a', 'b'] as ItemId[] as [ItemId, ItemId]

describe('Selection', () => {
  test('opening a note for writing makes it the only chosen one', () => {
    const selection = new Selection()
    selection.toggle(a)
    selection.edit(b)
    expect([...selection.get().chosen]).toEqual([b])
    expect(selection.get().editing).toBe(b)
  })

  test('toggling twice leaves nothing chosen but remembers where the keyboard was', () => {
    const selection = new Selection()
    selection.toggle(a)
    selection.toggle(a)
    expect(selection.get()).toMatchObject({ current: a, editing: null })
    expect(selection.get().chosen.size).toBe(0)
  })

  test('what others deleted is no longer chosen or open', () => {
    const selection = new Selection()
    selection.edit(a)
    selection.retain((id) => id !== a)
    expect(selection.get()).toMatchObject({ current: null, editing: null })
    expect(selection.get().chosen.size).toBe(0)
  })

  test('choosing the same note again does not notify', () => {
    const selection = new Selection()
    selection.chooseOnly(a)
    let calls = 0
    selection.subscribe(() => calls++)
    selection.chooseOnly(a)
    expect(calls).toBe(0)
  })
})

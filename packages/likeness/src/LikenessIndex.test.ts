import { describe, expect, test } from 'vitest'
import { compareNotes } from './compareNotes.ts'
import { LikenessIndex } from './LikenessIndex.ts'
import { labelledPairs } from './measure/labelledPairs.ts'
import { readNote } from './readNote.ts'
import { SHOWN_FROM } from './weights.ts'

const texts = labelledPairs('de', 'tune').flatMap(({ a, b }) => [a, b])

function indexOf(order: readonly number[]): LikenessIndex {
  const index = new LikenessIndex('de')
  for (const at of order) index.put(`n${String(at).padStart(3, '0')}`, texts[at] as string)
  return index
}

describe('the index of notes', () => {
  const places = texts.map((_, at) => at)
  const found = indexOf(places).matches()

  test('[L1] finds what comparing every note with every other finds', () => {
    const notes = texts.map((text) => readNote(text, 'de'))
    const expected = places.flatMap((a) =>
      places
        .slice(a + 1)
        .filter((b) => compareNotes(notes[a]!, notes[b]!).score >= SHOWN_FROM)
        .map((b) => [a, b]),
    )
    expect(found.map(({ a, b }) => [Number(a.slice(1)), Number(b.slice(1))])).toEqual(expected)
    expect(found.length).toBeGreaterThan(40)
  })

  test('[L2] the order in which notes come does not matter', () => {
    expect(indexOf(places.toReversed()).matches()).toEqual(found)
  })

  test('[L3] a note that is changed or removed is found under its new words only', () => {
    const index = indexOf(places)
    index.put('n000', 'Etwas, das sonst niemand geschrieben hat')
    index.remove('n001')
    index.put('n001', texts[1] as string)
    index.put('n000', texts[0] as string)
    expect(index.matches()).toEqual(found)
    for (const at of places) index.remove(`n${String(at).padStart(3, '0')}`)
    expect(index.matches()).toEqual([])
    expect([...index.ids]).toEqual([])
  })

  test('[L4] a thousand notes that nearly repeat each other stay a bounded number of matches', () => {
    const index = new LikenessIndex('de')
    const ids = Array.from({ length: 1_000 }, (_, at) => `m${String(at).padStart(4, '0')}`)
    for (const [at, id] of ids.entries()) index.put(id, `Kein Kartenlesegerät im Haushalt ${at % 7}`)
    const perNote = new Map<string, number>()
    for (const { a, b } of index.matches()) {
      for (const id of [a, b]) perNote.set(id, (perNote.get(id) ?? 0) + 1)
    }
    expect(Math.max(...perNote.values())).toBe(12)
    expect(index.matches().length).toBeLessThanOrEqual(6_000)
  })
})

import { pairKeyOf, type GroupId, type PlenaryEntry, type PlenaryView } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { DuplicateFinder } from './DuplicateFinder.ts'

interface Note {
  readonly key: string
  readonly text: string
  readonly fieldId?: string
  readonly foldedInto?: string
  readonly clusterKey?: string
}

function viewOf(notes: readonly Note[], titles: Readonly<Record<string, string>> = {}): PlenaryView {
  const entries = notes.map(({ key, text, fieldId = 'needs', foldedInto = null, clusterKey = null }) => ({
    key,
    templateId: 'target-group',
    fieldId,
    plainText: text,
    foldedInto,
    clusterKey,
  })) as unknown as PlenaryEntry[]
  const recommendations = Object.entries(titles).map(([key, title]) => ({ key, recommendation: { title } }))
  return { entries, recommendations } as unknown as PlenaryView
}

/** Everything at once, and how many steps it took. */
function update(finder: DuplicateFinder, view: PlenaryView): number {
  return [...finder.update(view)].length
}

const NOTES: readonly Note[] = [
  { key: 'g1/a', text: 'Formulare in einfacher Sprache' },
  { key: 'g2/b', text: 'Einfache Sprache im Formular' },
  { key: 'g2/c', text: 'Plakat im Rathaus aufhängen' },
  { key: 'g1/d', text: 'Formulare in einfacher Sprache', fieldId: 'pains' },
]

test('entries of the same field are offered, with the words that they share; other fields are other thoughts', () => {
  const finder = new DuplicateFinder('de')
  const view = viewOf(NOTES)
  update(finder, view)
  const [offer, ...others] = finder.offersFor(view, [])
  expect(others).toEqual([])
  expect(offer).toMatchObject({ kind: 'entries', fieldId: 'needs', keys: ['g1/a', 'g2/b'] })
  expect(offer?.reasons[0]).toEqual({ code: 'shared', words: ['Sprache'] })
})

test('recommendations are offered by their titles', () => {
  const finder = new DuplicateFinder('de')
  const view = viewOf([], { 'g1/r': 'Mitarbeitende im Bürgerbüro schulen', 'g2/r': 'Schulung für MA im Bürgerbüro' })
  update(finder, view)
  expect(finder.offersFor(view, [])).toMatchObject([{ kind: 'recommendations', keys: ['g1/r', 'g2/r'], fieldId: null }])
})

test('[OF2] what is folded together or was told apart is not offered; a folded card is offered as a whole', () => {
  const finder = new DuplicateFinder('de')
  const apart = viewOf(NOTES)
  update(finder, apart)
  expect(finder.offersFor(apart, [pairKeyOf('g2/b', 'g1/a')])).toEqual([])
  const folded = viewOf(NOTES.map((note) => (note.key === 'g2/b' ? { ...note, foldedInto: 'g1/a' } : note)))
  expect(finder.offersFor(folded, [])).toEqual([])
  const elsewhere = viewOf(NOTES.map((note) => (note.key === 'g2/b' ? { ...note, foldedInto: 'g2/c' } : note)))
  expect(finder.offersFor(elsewhere, [])).toMatchObject([{ keys: ['g1/a', 'g2/c'] }])
})

test('[OF1] only what has changed is compared again; what is gone is forgotten', () => {
  const finder = new DuplicateFinder('de')
  expect(update(finder, viewOf(NOTES))).toBe(NOTES.length)
  expect(update(finder, viewOf(NOTES))).toBe(0)
  const changed = viewOf([{ key: 'g1/a', text: 'Etwas ganz anderes' }, ...NOTES.slice(1)])
  expect(update(finder, changed)).toBe(1)
  expect(finder.offersFor(changed, [])).toEqual([])
  update(finder, viewOf([]))
  expect(update(finder, viewOf(NOTES))).toBe(NOTES.length)
})

test('notes of one board are offered whatever the plenary has folded, and those of other boards are not', () => {
  const finder = new DuplicateFinder('de')
  const own = { key: 'g1/e', text: 'Formular: einfache Sprache', foldedInto: 'g1/a' }
  update(finder, viewOf([...NOTES, own]))
  expect(finder.offersForBoard('g1' as GroupId, [])).toMatchObject([{ keys: ['g1/a', 'g1/e'] }])
  expect(finder.offersForBoard('g2' as GroupId, [])).toEqual([])
})

test('[OF2] notes that their group has put under one another are not offered, but what is like them elsewhere is', () => {
  const finder = new DuplicateFinder('de')
  const text = 'Formulare in einfacher Sprache'
  const cluster = [
    { key: 'g1/a', text },
    { key: 'g1/b', text, clusterKey: 'g1/a' },
    { key: 'g1/c', text, clusterKey: 'g1/a' },
  ]
  const alone = viewOf(cluster)
  update(finder, alone)
  expect(finder.offersFor(alone, [])).toEqual([])
  expect(finder.offersForBoard('g1' as GroupId, [])).toEqual([])
  const both = viewOf([...cluster, { key: 'g2/d', text }])
  update(finder, both)
  expect(finder.offersFor(both, []).flatMap(({ keys }) => keys)).toContain('g2/d')
})

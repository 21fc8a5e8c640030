import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import type { BoardSnapshot } from '../BoardSnapshot.ts'
import type { ItemId } from '../ids.ts'
import type { Item } from '../item/Item.ts'
import { openPlenary, readPlenary, type Plenary } from '../Plenary.ts'
import { richTextOf } from '../RichText.ts'
import { aWorkshop } from '../testing/aWorkshop.ts'
import { must } from '../testing/aBoard.ts'
import { arrangeByField } from './arrangeByField.ts'
import { cardKeysOf } from './cardKeysOf.ts'
import { foldEntries, unfoldEntries } from './foldEntries.ts'
import { isEntryKey } from './parseDecisions.ts'
import type { PlenaryInput, PlenaryView } from './PlenaryView.ts'
import { projectPlenary } from './projectPlenary.ts'

/** What happens in a plenary: two moderators decide, groups go on writing, connections come and go. */
type Happening =
  | { readonly type: 'fold'; readonly peer: 0 | 1; readonly cards: readonly number[]; readonly head: number }
  | { readonly type: 'unfold'; readonly peer: 0 | 1; readonly card: number }
  | { readonly type: 'sync'; readonly isFirstFirst: boolean }
  | { readonly type: 'edit' | 'move' | 'bin' | 'restore'; readonly item: number; readonly value: number }
  | { readonly type: 'add'; readonly value: number }

const peer = fc.constantFrom(0 as const, 1 as const)
const place = fc.nat({ max: 200 })
const fold = fc.record({
  type: fc.constant('fold' as const),
  peer,
  cards: fc.array(place, { minLength: 1, maxLength: 4 }),
  head: place,
})
const unfold = fc.record({ type: fc.constant('unfold' as const), peer, card: place })
const sync = fc.record({ type: fc.constant('sync' as const), isFirstFirst: fc.boolean() })
const sourceEdit = fc.oneof(
  fc.record({ type: fc.constantFrom('edit', 'move', 'bin', 'restore'), item: place, value: place }),
  fc.record({ type: fc.constant('add' as const), value: place }),
) as fc.Arbitrary<Happening>
const happenings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fold },
    { weight: 2, arbitrary: unfold },
    { weight: 1, arbitrary: sync },
    {
      weight: 3,
      arbitrary: sourceEdit,
    },
  ) as fc.Arbitrary<Happening>,
  { minLength: 1, maxLength: 25 },
)
const seeds = fc.integer({ min: 0, max: 1_000_000 })

const WORDS = ['Formular zu lang', 'formular  zu lang.', 'Kein Ausweis', 'Kein  Ausweis!', 'Ganz anders']

/** Boards that people edit, and the plenary on two servers that do not hear of each other at once. */
class Scene {
  readonly peers: readonly Plenary[]
  readonly #docs: readonly Y.Doc[]
  #input: PlenaryInput
  #added = 0

  constructor(seed: number) {
    const { run, boards } = aWorkshop({ seed, groups: 3, items: 24 })
    this.#input = { run, boards, decisions: null }
    this.#docs = [11, 22].map((clientId) => Object.assign(new Y.Doc(), { clientID: clientId }))
    this.peers = this.#docs.map((doc) => openPlenary(doc))
  }

  /** The view with the decisions of a peer, or with none. */
  view(plenary: Plenary | null, { apart = [] }: { readonly apart?: readonly string[] } = {}): PlenaryView {
    const decisions = plenary ? readPlenary(plenary) : { folds: [], apart, wording: {}, order: {} }
    return projectPlenary({ ...this.#input, decisions })
  }

  let(happening: Happening): void {
    switch (happening.type) {
      case 'fold': {
        const plenary = must(this.peers[happening.peer])
        const view = this.view(plenary)
        const cards = cardsOf(view)
        if (cards.length === 0) return
        const keys = happening.cards.map((card) => must(cards[card % cards.length]))
        const head = must(cards[happening.head % cards.length])
        return void foldEntries(plenary, cardKeysOf(view, [...keys, head]), head)
      }
      case 'unfold': {
        const plenary = must(this.peers[happening.peer])
        const stacks = stacksOf(this.view(plenary))
        if (stacks.length > 0) unfoldEntries(plenary, must(stacks[happening.card % stacks.length]))
        return
      }
      case 'sync':
        return this.sync(happening.isFirstFirst)
      case 'add':
        return this.#changeItems(happening.value, (items) => {
          const [model] = items
          this.#added += 1
          const id = `new${this.#added}`.padEnd(22, 'n') as ItemId
          return model ? [...items, reworded({ ...model, id, state: 'active' }, happening.value)] : items
        })
      default:
        return this.#changeItems(happening.item, (items) =>
          items.map((item, at) => (at === happening.item % items.length ? changed(item, happening) : item)),
        )
    }
  }

  sync(isFirstFirst: boolean): void {
    const [left, right] = this.#docs as [Y.Doc, Y.Doc]
    const [ofLeft, ofRight] = [Y.encodeStateAsUpdate(left), Y.encodeStateAsUpdate(right)]
    for (const doc of [left, right]) {
      for (const update of isFirstFirst ? [ofLeft, ofRight] : [ofRight, ofLeft]) Y.applyUpdate(doc, update)
    }
  }

  expectedKeys(): string[] {
    return this.#input.boards
      .flatMap(({ groupId, board }) => {
        const binned = board.canvases.filter(({ state }) => state === 'deleted').map(({ id }) => id)
        return board.items
          .filter(({ state, canvasId }) => state === 'active' && !(canvasId && binned.includes(canvasId)))
          .map(({ id }) => `${groupId}/${id}`)
      })
      .toSorted()
  }

  #changeItems(which: number, change: (items: readonly Item[]) => readonly Item[]): void {
    const at = which % this.#input.boards.length
    const boards = this.#input.boards.map(({ groupId, board }, index) =>
      index === at ? { groupId, board: { ...board, items: change(board.items) } as BoardSnapshot } : { groupId, board },
    )
    this.#input = { ...this.#input, boards }
  }
}

function changed(item: Item, { type, value }: { readonly type: string; readonly value: number }): Item {
  if (type === 'edit') return reworded(item, value)
  if (type === 'bin') return { ...item, state: 'deleted' }
  if (type === 'restore') return { ...item, state: 'active' }
  return { ...item, fieldId: must((['goals', 'needs', 'channels'] as const)[value % 3]) as Item['fieldId'] }
}

function reworded(item: Item, value: number): Item {
  const plainText = must(WORDS[value % WORDS.length])
  return { ...item, plainText, text: richTextOf(plainText) }
}

/** Keys of what stands for itself. */
function cardsOf(view: PlenaryView): string[] {
  return view.entries.filter(({ foldedInto }) => foldedInto === null).map(({ key }) => key)
}

/** Keys under which something is folded. */
function stacksOf(view: PlenaryView): string[] {
  return [...new Set(view.entries.flatMap(({ foldedInto }) => foldedInto ?? []))].toSorted()
}

/** Every entry of a view that is arranged by field, as often as it is shown. */
function shownKeys(view: PlenaryView, part: Parameters<typeof arrangeByField>[1] = {}): string[] {
  return arrangeByField(view, part)
    .flatMap(({ sections }) => sections)
    .flatMap(({ entries, folded }) => [...entries, ...Object.values(folded).flat()].map(({ key }) => key))
    .toSorted()
}

describe('folding and unfolding, by two moderators while the groups go on', () => {
  test('[P5] whatever happens, no entry is lost or doubled, and both moderators see the same in the end', () => {
    let folded = 0
    fc.assert(
      fc.property(seeds, happenings, fc.boolean(), (seed, course, isFirstFirst) => {
        const scene = new Scene(seed)
        for (const happening of course) {
          scene.let(happening)
          for (const plenary of scene.peers) {
            const view = scene.view(plenary)
            expect(view.entries.map(({ key }) => key).toSorted()).toEqual(scene.expectedKeys())
            expect(shownKeys(view)).toEqual(scene.expectedKeys())
          }
        }
        scene.sync(isFirstFirst)
        const [left, right] = scene.peers.map((plenary) => scene.view(plenary))
        expect(left).toEqual(right)
        folded += stacksOf(must(left)).length
      }),
      { numRuns: 150 },
    )
    expect(folded).toBeGreaterThan(100)
  })

  test('[P3] who looks at one target group or one field misses none of its entries, wherever their heads are', () => {
    fc.assert(
      fc.property(seeds, happenings, (seed, course) => {
        const scene = new Scene(seed)
        for (const happening of course) scene.let(happening)
        const view = scene.view(must(scene.peers[0]))
        for (const { key: targetGroupKey } of view.targetGroups) {
          const own = view.entries.filter((entry) => entry.targetGroupKey === targetGroupKey).map(({ key }) => key)
          expect(shownKeys(view, { targetGroupKey })).toEqual(own.toSorted())
        }
        for (const fieldId of new Set(view.entries.map((entry) => entry.fieldId))) {
          const own = view.entries.filter((entry) => entry.fieldId === fieldId).map(({ key }) => key)
          expect(shownKeys(view, { fieldId })).toEqual(own.toSorted())
        }
      }),
      { numRuns: 100 },
    )
  })

  test('[P5] what was folded last and is unfolded is exactly as before, with all that the groups did meanwhile', () => {
    let restored = 0
    fc.assert(
      fc.property(seeds, happenings, fold, fc.array(sourceEdit, { maxLength: 8 }), (seed, course, last, edits) => {
        const [scene, other] = [new Scene(seed), new Scene(seed)]
        for (const happening of course) for (const one of [scene, other]) one.let(happening)
        const plenary = must(scene.peers[last.peer])
        const view = scene.view(plenary)
        const cards = cardsOf(view)
        const head = cards[last.head % cards.length]
        // Under a head that others have folded into before, unfolding takes those apart as well.
        if (head === undefined || readPlenary(plenary).folds.some(({ headKey }) => headKey === head)) return
        if (readPlenary(plenary).folds.some(({ entryKeys }) => entryKeys.includes(head))) return
        scene.let(last)
        const isFolded = readPlenary(plenary).folds.some(({ headKey }) => headKey === head)
        for (const edit of edits) for (const one of [scene, other]) one.let(edit)
        if (isFolded) unfoldEntries(plenary, head)
        expect(scene.view(plenary)).toEqual(other.view(must(other.peers[last.peer])))
        if (isFolded) restored += 1
      }),
      { numRuns: 150 },
    )
    expect(restored).toBeGreaterThan(50)
  })

  test('[P5] after unfolding everything, the view is the one that was never folded', () => {
    let unfolds = 0
    fc.assert(
      fc.property(seeds, happenings, fc.boolean(), (seed, course, isFirstFirst) => {
        const scene = new Scene(seed)
        for (const happening of course) scene.let(happening)
        scene.sync(isFirstFirst)
        const plenary = must(scene.peers[0])
        for (let fold = readPlenary(plenary).folds[0]; fold; fold = readPlenary(plenary).folds[0]) {
          expect(unfoldEntries(plenary, fold.headKey)).not.toBeNull()
          unfolds += 1
        }
        const { apart = [] } = readPlenary(plenary)
        expect(scene.view(plenary)).toEqual(scene.view(null, { apart }))
      }),
      { numRuns: 150 },
    )
    expect(unfolds).toBeGreaterThan(100)
  })

  test('[P5] a card that is shown folded can always be unfolded, also while its head is in the bin', () => {
    fc.assert(
      fc.property(seeds, happenings, (seed, course) => {
        const scene = new Scene(seed)
        for (const happening of course) scene.let(happening)
        const plenary = must(scene.peers[0])
        for (let left = 100; left > 0; left -= 1) {
          const [stack] = stacksOf(scene.view(plenary))
          if (stack === undefined) return
          expect(isEntryKey(stack)).toBe(true)
          expect(unfoldEntries(plenary, stack)).not.toBeNull()
        }
        expect.unreachable('unfolding never ended')
      }),
      { numRuns: 100 },
    )
  })
})

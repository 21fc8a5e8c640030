import type * as Y from 'yjs'
import type { BoardSnapshot } from './BoardSnapshot.ts'
import type { Canvas } from './canvas/Canvas.ts'
import { parseCanvas } from './canvas/parseCanvas.ts'
import { EntryCollection } from './EntryCollection.ts'
import type { ItemId, RecommendationId, SeatId } from './ids.ts'
import { compareItems } from './item/compareItems.ts'
import type { Item } from './item/Item.ts'
import { parseItem } from './item/parseItem.ts'
import { compareOrder, compareStrings } from './order.ts'
import { parseReaction } from './reaction/parseReaction.ts'
import type { Reaction } from './reaction/Reaction.ts'
import { parseRecommendation } from './recommendation/parseRecommendation.ts'
import type { Recommendation } from './recommendation/Recommendation.ts'
import type { BoardRoot } from './roots.ts'
import { parseSketchElement } from './sketch/parseSketchElement.ts'
import type { SketchElement } from './sketch/Sketch.ts'
import { SCHEMA_VERSION } from './version.ts'

interface Sources {
  readonly ydoc: Y.Doc
  readonly roots: Readonly<Record<BoardRoot, Y.Map<unknown>>>
  readonly meta: Y.Map<unknown>
}

const NO_RECOMMENDATIONS: readonly RecommendationId[] = Object.freeze([])
const NOBODY: readonly SeatId[] = Object.freeze([])
const NO_COMMENTS: readonly [] = Object.freeze([])

/**
 * The snapshot of one board, kept up to date by what Yjs says has changed.
 *
 * 1. An entry is parsed again only after an event in it (or in an entry that it is derived from).
 * 2. Entries that parse to the same value stay the same object; so do lists without a change.
 * 3. `touch` marks an entry that the running transaction wrote, so that reads inside a transaction are right.
 */
export class SnapshotCache {
  readonly #meta: Y.Map<unknown>
  readonly #canvases: EntryCollection<Canvas>
  readonly #items: EntryCollection<Item>
  readonly #recommendations: EntryCollection<Recommendation>
  readonly #sketch: EntryCollection<SketchElement>
  readonly #reactions: EntryCollection<Reaction>
  readonly #agreements = new Map<ItemId, readonly SeatId[]>()
  readonly #links = new Map<ItemId, RecommendationId[]>()
  readonly #linkedBy = new Map<RecommendationId, readonly ItemId[]>()
  readonly #listeners = new Set<() => void>()
  #wasTouched = false
  #snapshot: BoardSnapshot | null = null

  constructor({ ydoc, roots, meta }: Sources) {
    this.#meta = meta
    this.#canvases = new EntryCollection(roots.canvases, parseCanvas)
    this.#items = new EntryCollection(roots.items, (id, entry) =>
      parseItem(id, entry, {
        recommendationIds: this.#links.get(id as ItemId) ?? NO_RECOMMENDATIONS,
        agreedBy: this.#agreements.get(id as ItemId) ?? NOBODY,
      }),
    )
    this.#recommendations = new EntryCollection(roots.recommendations, parseRecommendation)
    this.#sketch = new EntryCollection(roots.sketch, parseSketchElement)
    this.#reactions = new EntryCollection(roots.reactions, parseReaction)
    for (const root of ['canvases', 'items', 'recommendations', 'sketch', 'reactions'] as const) {
      roots[root].observeDeep((events) => {
        for (const event of events) this.#touchEvent(root, roots[root], event)
      })
    }
    meta.observe(() => this.#markChanged())
    ydoc.on('afterTransaction', () => {
      if (!this.#wasTouched) return
      this.#wasTouched = false
      for (const listener of [...this.#listeners]) listener()
    })
  }

  read(): BoardSnapshot {
    if (this.#snapshot) return this.#snapshot
    const canvasesChanged = this.#canvases.refresh(compareOrder)
    for (const change of this.#recommendations.refresh(compareOrder)) this.#relink(change)
    for (const change of this.#reactions.refresh((a, b) => compareStrings(a.id, b.id))) this.#agree(change)
    this.#items.refresh(compareItems(this.#canvases.list), { isOrderStale: canvasesChanged.length > 0 })
    this.#sketch.refresh(compareOrder)
    const storedVersion = this.#meta.get('version')
    this.#snapshot = Object.freeze({
      version: typeof storedVersion === 'number' ? storedVersion : SCHEMA_VERSION,
      canvases: this.#canvases.list,
      items: this.#items.list,
      recommendations: this.#recommendations.list,
      sketch: this.#sketch.list,
      comments: NO_COMMENTS,
      skipped:
        this.#canvases.skipped +
        this.#items.skipped +
        this.#recommendations.skipped +
        this.#sketch.skipped +
        this.#reactions.skipped,
    })
    return this.#snapshot
  }

  /** An entry as last read, without building a snapshot of everything; null when it is not there or broken. */
  item(id: ItemId): Item | null {
    this.read()
    return this.#items.get(id)
  }

  canvas(id: string): Canvas | null {
    this.read()
    return this.#canvases.get(id)
  }

  recommendation(id: RecommendationId): Recommendation | null {
    this.read()
    return this.#recommendations.get(id)
  }

  touch(root: BoardRoot, id: string): void {
    if (root === 'canvases') this.#canvases.touch(id)
    if (root === 'items') this.#items.touch(id)
    if (root === 'recommendations') this.#recommendations.touch(id)
    if (root === 'sketch') this.#sketch.touch(id)
    if (root === 'reactions') this.#reactions.touch(id)
    this.#markChanged()
  }

  observe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #markChanged(): void {
    this.#snapshot = null
    this.#wasTouched = true
  }

  #touchEvent(root: BoardRoot, map: Y.Map<unknown>, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    if ((event.target as unknown) === map) {
      for (const key of (event as unknown as Y.YMapEvent<unknown>).keysChanged) this.touch(root, key)
      return
    }
    let type: Y.AbstractType<unknown> | null = event.target
    let key: string | null = null
    while (type && (type as unknown) !== map) {
      key = type._item?.parentSub ?? null
      type = (type._item?.parent as Y.AbstractType<unknown> | undefined) ?? null
    }
    if (key !== null) this.touch(root, key)
  }

  /** Items show who agrees with them. */
  #agree({ before, after }: { before: Reaction | null; after: Reaction | null }): void {
    const reaction = after ?? before
    if (!reaction) return
    const { itemId, seatId } = reaction
    const others = (this.#agreements.get(itemId) ?? NOBODY).filter((other) => other !== seatId)
    const now = after ? [...others, seatId].toSorted() : others
    if (now.length > 0) this.#agreements.set(itemId, now)
    else this.#agreements.delete(itemId)
    this.#items.touch(itemId)
  }

  /** Items show which recommendations refer to them: update both sides of what changed. */
  #relink({ id, after }: { id: string; after: Recommendation | null }): void {
    const recommendationId = id as RecommendationId
    const before = this.#linkedBy.get(recommendationId) ?? []
    const now = after && after.state !== 'deleted' ? after.itemIds : []
    if (now.length > 0) this.#linkedBy.set(recommendationId, now)
    else this.#linkedBy.delete(recommendationId)
    for (const itemId of new Set([...before, ...now])) {
      const others = (this.#links.get(itemId) ?? []).filter((other) => other !== recommendationId)
      const links = now.includes(itemId) ? [...others, recommendationId].toSorted() : others
      if (links.length > 0) this.#links.set(itemId, links)
      else this.#links.delete(itemId)
      this.#items.touch(itemId)
    }
  }
}

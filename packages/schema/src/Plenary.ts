import type * as Y from 'yjs'
import { deepFreeze } from './json.ts'
import { parseDecisions } from './plenary/parseDecisions.ts'
import type { PlenaryDecisions } from './plenary/PlenaryDecisions.ts'
import type { YDocLike } from './YDocLike.ts'

declare const opaque: unique symbol

/** The document in which the plenary keeps what it decided. Opaque. */
export interface Plenary {
  readonly [opaque]: 'plenary'
}

/**
 * What operations of this package see of a plenary document. Each root maps an entry key to one decision,
 * `apart` also keys of two entries.
 */
export interface PlenaryInternals {
  readonly ydoc: Y.Doc
  /** Entry key → key of the entry that it is folded into. */
  readonly folds: Y.Map<unknown>
  /** Entry key → agreed wording. */
  readonly wording: Y.Map<unknown>
  /** Entry key → order key. */
  readonly order: Y.Map<unknown>
  /** Entry key that does not fold by itself any more, or pair key of two that are not the same → the key itself. */
  readonly apart: Y.Map<unknown>
  /** Entry key → the words that were decided about. */
  readonly seen: Y.Map<unknown>
}

const internals = new WeakMap<Plenary, PlenaryInternals>()
const plenaries = new WeakMap<Y.Doc, Plenary>()
const readings = new WeakMap<Plenary, PlenaryDecisions>()

/** The roots of a plenary document. */
export const PLENARY_ROOTS = ['folds', 'wording', 'order', 'apart', 'seen'] as const

/** Name of a root of a plenary document. */
export type PlenaryRoot = (typeof PLENARY_ROOTS)[number]

/** The decisions of a document `plenary/<workshopId>`. The same document gives the same handle; writes nothing. */
export function openPlenary(document: YDocLike): Plenary {
  const ydoc = document as Y.Doc
  const known = plenaries.get(ydoc)
  if (known) return known
  const plenary = Object.freeze({}) as Plenary
  const inside: PlenaryInternals = {
    ydoc,
    folds: ydoc.getMap('folds'),
    wording: ydoc.getMap('wording'),
    order: ydoc.getMap('order'),
    apart: ydoc.getMap('apart'),
    seen: ydoc.getMap('seen'),
  }
  for (const root of PLENARY_ROOTS) inside[root].observe(() => readings.delete(plenary))
  internals.set(plenary, inside)
  plenaries.set(ydoc, plenary)
  return plenary
}

/** The inside of a plenary document, for operations of this package. */
export function plenaryInternalsOf(plenary: Plenary): PlenaryInternals {
  const found = internals.get(plenary)
  if (!found) throw new TypeError('not a plenary that openPlenary gave')
  return found
}

/** The decisions as plain frozen data; the same object until something changes. Broken ones are left out. */
export function readPlenary(plenary: Plenary): PlenaryDecisions {
  const known = readings.get(plenary)
  if (known) return known
  const { folds, wording, order, apart, seen } = plenaryInternalsOf(plenary)
  const decisions = deepFreeze(
    parseDecisions({
      folds: folds.toJSON(),
      wording: wording.toJSON(),
      order: order.toJSON(),
      apart: apart.toJSON(),
      seen: seen.toJSON(),
    }),
  )
  readings.set(plenary, decisions)
  return decisions
}

/** Call `listener` after every change of the decisions; returns how to stop. */
export function observePlenary(plenary: Plenary, listener: () => void): () => void {
  const inside = plenaryInternalsOf(plenary)
  const onChange = (): void => listener()
  for (const root of PLENARY_ROOTS) inside[root].observe(onChange)
  return () => {
    for (const root of PLENARY_ROOTS) inside[root].unobserve(onChange)
  }
}

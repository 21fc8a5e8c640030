import type { Group, PlenaryView, RunState } from '@tafelrunde/schema/plain'
import { coverageSlides } from './coverageSlides.ts'
import { chunkSize, columnSlides, fieldSlides, targetSlides, writtenBy } from './entrySlides.ts'
import { layoutNow } from './layoutNow.ts'
import { commitmentSlides, matrixSlides, rankingSlides, recommendationSlides } from './recommendationSlides.ts'
import type { FreshTest, Slide } from './Slide.ts'
import { voteOnScreen, type VoteOnScreen } from './voteOnScreen.ts'

/** Slides and how they are laid out. */
export interface SlideDeck {
  readonly type: 'slides'
  readonly slides: readonly Slide[]
  /** Columns of a wide picture; null: as many as have room. */
  readonly columns: number | null
  /** `columns`: each section keeps its own column over all pages. `flow`: cards fill column after column. */
  readonly packing: 'flow' | 'columns'
  readonly size: 'normal' | 'huge'
  readonly hasMatrix: boolean
  /** The group in the spotlight. */
  readonly group: Group | null
}

/** What the screen shows. */
export type Deck = { readonly type: 'instruction' } | { readonly type: 'vote'; readonly vote: VoteOnScreen } | SlideDeck

/** Four columns of 34 px type are read from ten metres, five are not. */
const mostColumns = 4

const PLAIN = { type: 'slides', columns: null, packing: 'flow', size: 'normal', hasMatrix: false, group: null } as const

/**
 * What the screen shows now: what the moderators have put in the spotlight, else the layout that they chose, else the
 * one of the step.
 */
export function deckOf(run: RunState, view: PlenaryView | null, isFresh: FreshTest = () => false): Deck {
  const layout = layoutNow(run)
  const vote = voteOnScreen(run)
  const { spotlight } = run.stage
  if (!view) return layout === 'vote' && vote && !spotlight ? { type: 'vote', vote } : { type: 'instruction' }
  if (spotlight) return spotlightDeck(view, spotlight, isFresh)
  switch (layout) {
    case 'instruction':
      return { type: 'instruction' }
    case 'vote':
      return vote ? { type: 'vote', vote } : { type: 'instruction' }
    case 'fields':
      return { ...PLAIN, slides: [...targetSlides(view), ...fieldSlides(view, isFresh)] }
    case 'columns': {
      const columns = chunkSize(view.groups.filter(({ kind }) => kind === 'group').length, mostColumns)
      return { ...PLAIN, slides: columnSlides(view, isFresh, columns), columns, packing: 'columns' }
    }
    case 'board':
      return { ...PLAIN, slides: commonBoardSlides(view, isFresh) }
    case 'recommendations':
      return { ...PLAIN, slides: recommendationSlides(view, isFresh) }
    case 'ranking':
      return { ...PLAIN, slides: rankingSlides(view, isFresh), columns: 1 }
    case 'coverage':
      return { ...PLAIN, slides: coverageSlides(view, isFresh) }
    case 'matrix':
      return { ...PLAIN, slides: matrixSlides(view, isFresh), columns: 1, hasMatrix: true }
    case 'commitments':
      return { ...PLAIN, slides: commitmentSlides(view, isFresh), columns: 2 }
  }
}

function spotlightDeck(
  view: PlenaryView,
  { groupId, canvasId, fieldId }: NonNullable<RunState['stage']['spotlight']>,
  isFresh: FreshTest,
): SlideDeck {
  const group = view.groups.find(({ id }) => id === groupId) ?? null
  const own = writtenBy(view, (id) => id === groupId)
  const canvases = canvasId === null ? own.canvases : own.canvases.filter((canvas) => canvas.canvasId === canvasId)
  const entries = own.entries.filter(
    (entry) =>
      (canvasId === null || entry.origin.canvasId === canvasId) && (fieldId === null || entry.fieldId === fieldId),
  )
  const lit = { ...own, canvases, entries }
  const fields = fieldSlides(lit, isFresh, group)
  const slides =
    fieldId === null ? [...targetSlides(lit, group), ...fields, ...recommendationSlides(lit, isFresh, group)] : fields
  const isFew = slides.every((slide) => slide.entries <= 3)
  return { ...PLAIN, slides, columns: isFew ? 1 : 2, size: 'huge', group }
}

function commonBoardSlides(view: PlenaryView, isFresh: FreshTest): readonly Slide[] {
  const common = view.groups.find(({ kind }) => kind === 'common') ?? null
  return fieldSlides(
    writtenBy(view, (groupId) => groupId === common?.id),
    isFresh,
    common,
  )
}

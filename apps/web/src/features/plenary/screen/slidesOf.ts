import {
  plainTextOf,
  type ChannelFit,
  type FieldTemplate,
  type Group,
  type PlenaryCanvas,
  type PlenaryRecommendation,
  type PlenaryView,
  type ScreenLayout,
} from '@tafelrunde/schema/plain'
import { countCards, type MergedCard } from '../mergedCards.ts'
import { fieldViews } from '../fieldViews.ts'
import { headedCanvases } from '../TargetGroupHeads.tsx'

/** More entries than these are shown in smaller type, so that a subject is seen in few pages. */
const largeTypeEntries = 9

/** One card on the screen; `key` names it, `content` changes whenever it may have another height. */
export type SlideCard = { readonly key: string; readonly content: string; readonly isDense: boolean } & (
  | {
      readonly kind: 'entry'
      readonly card: MergedCard
      readonly field: FieldTemplate
      readonly fit: ChannelFit | undefined
      readonly isFresh: boolean
    }
  | {
      readonly kind: 'recommendation'
      readonly entry: PlenaryRecommendation
      readonly number: number
      readonly group: Group | undefined
      readonly isFresh: boolean
    }
  | { readonly kind: 'target'; readonly canvas: PlenaryCanvas; readonly group: Group | undefined }
)

export interface SlideSection {
  readonly key: string
  /** '' for what belongs to no section; shown only where there are headings at all. */
  readonly section: string
  readonly count: number
  readonly cards: readonly SlideCard[]
}

/** One subject of the screen; shown on as many pages as it needs. */
export interface Slide {
  readonly key: string
  readonly subject:
    | { readonly type: 'field'; readonly field: FieldTemplate }
    | { readonly type: 'recommendations' | 'targets' }
  readonly hasHeadings: boolean
  readonly sections: readonly SlideSection[]
  readonly groups: number
  readonly entries: number
  readonly folded: number
}

/**
 * What the screen shows for a layout, one slide per subject that has anything: the heads of the canvases and all fields,
 * the recommendations, or the fields of the common board. The instruction layout has no slides.
 */
export function slidesOf(
  view: PlenaryView,
  layout: ScreenLayout,
  isFresh: (key: string) => boolean = () => false,
): readonly Slide[] {
  switch (layout) {
    case 'fields':
      return [...targetSlides(view), ...fieldSlides(view, isFresh)]
    case 'board':
      return fieldSlides(commonBoardOf(view), isFresh)
    case 'recommendations':
      return recommendationSlides(view, isFresh)
    default:
      return []
  }
}

function fieldSlides(view: PlenaryView, isFresh: (key: string) => boolean): readonly Slide[] {
  const fits = new Map(view.channelFits.map((fit) => [fit.key, fit]))
  return fieldViews(view, null)
    .filter(({ entries }) => entries > 0)
    .map((shown) => ({
      key: shown.key,
      subject: { type: 'field', field: shown.field },
      hasHeadings: shown.sections.some(({ section }) => section !== ''),
      groups: shown.groups,
      entries: shown.entries,
      folded: shown.folded,
      sections: shown.sections.map(({ section, cards }) => ({
        key: `${shown.key}/${section}`,
        section,
        count: countCards(cards).entries,
        cards: cards.map((card) => {
          const isNew = [card.entry, ...card.folded].some(({ key }) => isFresh(key))
          const fit = fits.get(card.entry.key)
          const { text, attributes, evidence, tags } = card.entry
          const origins = card.origins.map(({ id }) => id)
          const isDense = shown.entries > largeTypeEntries
          const facts = [text, attributes, evidence, tags, fit, origins, card.folded.length, isNew, isDense]
          const content = JSON.stringify(facts)
          return { kind: 'entry', key: card.entry.key, content, isDense, card, field: shown.field, fit, isFresh: isNew }
        }),
      })),
    }))
}

function targetSlides(view: PlenaryView): readonly Slide[] {
  const canvases = headedCanvases(view).filter(({ title, summary }) => title || plainTextOf(summary))
  if (canvases.length === 0) return []
  return [
    {
      key: 'targets',
      subject: { type: 'targets' },
      hasHeadings: false,
      groups: new Set(canvases.map(({ groupId }) => groupId)).size,
      entries: canvases.length,
      folded: 0,
      sections: [
        {
          key: 'targets/',
          section: '',
          count: canvases.length,
          cards: canvases.map((canvas) => ({
            kind: 'target',
            key: canvas.key,
            content: JSON.stringify([canvas.title, canvas.kind, canvas.services, canvas.summary]),
            isDense: false,
            canvas,
            group: view.groups.find(({ id }) => id === canvas.groupId),
          })),
        },
      ],
    },
  ]
}

function recommendationSlides(view: PlenaryView, isFresh: (key: string) => boolean): readonly Slide[] {
  if (view.recommendations.length === 0) return []
  return [
    {
      key: 'recommendations',
      subject: { type: 'recommendations' },
      hasHeadings: false,
      groups: new Set(view.recommendations.map(({ groupId }) => groupId)).size,
      entries: view.recommendations.length,
      folded: 0,
      sections: [
        {
          key: 'recommendations/',
          section: '',
          count: view.recommendations.length,
          cards: view.recommendations.map((entry, index) => {
            const { title, addressees, horizon, impact, effort, lead } = entry.recommendation
            const isNew = isFresh(entry.key)
            return {
              kind: 'recommendation',
              key: entry.key,
              content: JSON.stringify([index, title, addressees, horizon, impact, effort, lead, isNew]),
              isDense: false,
              entry,
              number: index + 1,
              group: view.groups.find(({ id }) => id === entry.groupId),
              isFresh: isNew,
            }
          }),
        },
      ],
    },
  ]
}

function commonBoardOf(view: PlenaryView): PlenaryView {
  const common = new Set(view.groups.filter(({ kind }) => kind === 'common').map(({ id }) => id as string))
  return {
    ...view,
    canvases: view.canvases.filter(({ groupId }) => common.has(groupId)),
    entries: view.entries.filter(({ origin }) => common.has(origin.groupId)),
  }
}

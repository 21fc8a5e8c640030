import { plainTextOf, type ChannelFit, type Group, type GroupId, type PlenaryView } from '@tafelrunde/schema/plain'
import { fieldViews, type FieldView } from '../fieldViews.ts'
import { countCards, type MergedCard } from '../mergedCards.ts'
import { headedCanvases } from '../TargetGroupHeads.tsx'
import type { FreshTest, Slide, SlideCard } from './Slide.ts'

/** More entries than these are shown in smaller type, so that a subject is seen in few pages. */
const largeTypeEntries = 14

/** One slide per field in which somebody has written; `of` names the group that the view was narrowed to. */
export function fieldSlides(view: PlenaryView, isFresh: FreshTest, of: Group | null = null): readonly Slide[] {
  const cardOf = cardMaker(view, isFresh)
  return fieldViews(view, null)
    .filter(({ entries }) => entries > 0)
    .map((shown) => ({
      key: shown.key,
      subject: { type: 'field', field: shown.field, group: of },
      hasHeadings: shown.sections.some(({ section }) => section !== ''),
      groups: shown.groups,
      entries: shown.entries,
      folded: shown.folded,
      sections: shown.sections.map(({ section, cards }) => ({
        key: `${shown.key}/${section}`,
        section,
        group: null,
        count: countCards(cards).entries,
        cards: cards.map((card) =>
          cardOf(card, shown, { isDense: of?.kind !== 'group' && shown.entries > largeTypeEntries, of }),
        ),
      })),
    }))
}

/**
 * One slide per field and bundle of `perSlide` groups, with a section for each group: also for those that have written
 * nothing, so that the room sees who is missing. Nobody's words are hidden behind those of another group.
 */
export function columnSlides(view: PlenaryView, isFresh: FreshTest, perSlide: number): readonly Slide[] {
  const cardOf = cardMaker(view, isFresh)
  const groups = view.groups.filter(({ kind }) => kind === 'group')
  const byGroup = new Map(
    groups.map(({ id }) => {
      const own = fieldViews(
        writtenBy(view, (groupId) => groupId === id),
        null,
      )
      return [id, new Map(own.map((field) => [field.key, field]))]
    }),
  )
  const inGroups = writtenBy(view, (groupId) => groups.some(({ id }) => id === groupId))
  return fieldViews(inGroups, null)
    .filter(({ entries }) => entries > 0)
    .flatMap((shown) =>
      chunksOf(groups, perSlide).map((chunk, at): Slide => {
        const sections = chunk.map((group) => {
          const own = byGroup.get(group.id)?.get(shown.key)
          const cards = own?.sections.flatMap((section) => section.cards) ?? []
          return {
            key: `${shown.key}/${group.id}`,
            section: group.name,
            group,
            count: countCards(cards).entries,
            cards: cards.map((card) => cardOf(card, shown, { isDense: false, of: group })),
          }
        })
        return {
          key: `${shown.key}|${at}`,
          subject: { type: 'field', field: shown.field, group: null },
          hasHeadings: true,
          groups: sections.filter(({ count }) => count > 0).length,
          entries: sections.reduce((sum, { count }) => sum + count, 0),
          folded: 0,
          sections,
        }
      }),
    )
}

/** The heads of the canvases on one slide: who is to be reached, how, with which service. */
export function targetSlides(view: PlenaryView, of: Group | null = null): readonly Slide[] {
  const canvases = headedCanvases(view).filter(({ title, summary }) => title || plainTextOf(summary))
  if (canvases.length === 0) return []
  return [
    {
      key: 'targets',
      subject: { type: 'targets', group: of },
      hasHeadings: false,
      groups: new Set(canvases.map(({ groupId }) => groupId)).size,
      entries: canvases.length,
      folded: 0,
      sections: [
        {
          key: 'targets/',
          section: '',
          group: null,
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

/**
 * The part of a view that some groups have written. What the plenary folded into an entry of somebody else stands for
 * itself there.
 */
export function writtenBy(view: PlenaryView, isMeant: (groupId: GroupId) => boolean): PlenaryView {
  const own = view.entries.filter(({ origin }) => isMeant(origin.groupId))
  const keys = new Set(own.map(({ key }) => key))
  return {
    ...view,
    canvases: view.canvases.filter(({ groupId }) => isMeant(groupId)),
    entries: own.map((entry) =>
      entry.foldedInto === null || keys.has(entry.foldedInto) ? entry : { ...entry, foldedInto: null },
    ),
    recommendations: view.recommendations.filter(({ groupId }) => isMeant(groupId)),
  }
}

function cardMaker(
  view: PlenaryView,
  isFresh: FreshTest,
): (card: MergedCard, shown: FieldView, look: { readonly isDense: boolean; readonly of: Group | null }) => SlideCard {
  const fits: ReadonlyMap<string, ChannelFit> = new Map(view.channelFits.map((fit) => [fit.key, fit]))
  return (card, { field }, { isDense, of }) => {
    const isNew = [card.entry, ...card.folded].some(({ key }) => isFresh(key))
    const fit = fits.get(card.entry.key)
    const { text, attributes, evidence, tags } = card.entry
    const origins = card.origins.filter(({ id }) => id !== of?.id)
    const letters = origins.map(({ letter }) => letter)
    const content = JSON.stringify([text, attributes, evidence, tags, fit, letters, card.folded.length, isNew, isDense])
    return {
      kind: 'entry',
      key: card.entry.key,
      content,
      isDense,
      card,
      origins,
      field,
      fit,
      isFresh: isNew,
    }
  }
}

/** As few bundles as possible, and those of nearly the same size: six groups by four are three and three. */
function chunksOf<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const size = chunkSize(all.length, most)
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
}

/** How many of `count` stand side by side if at most `most` may. */
export function chunkSize(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / Math.ceil(count / most || 1)))
}

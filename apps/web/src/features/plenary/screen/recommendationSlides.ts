import { rankRecommendations, type Group, type PlenaryRecommendation, type PlenaryView } from '@tafelrunde/schema/plain'
import type { FreshTest, Slide, SlideCard, SlideSubject } from './Slide.ts'

/** All recommendations in the plenary's order. */
export function recommendationSlides(view: PlenaryView, isFresh: FreshTest, of: Group | null = null): readonly Slide[] {
  const cards = numbered(view).map((one) => recommendationCard(one, isFresh))
  return slideOf(view, { type: 'recommendations', group: of }, cards)
}

/** All recommendations from the first to the last; equal ones share their number. */
export function rankingSlides(view: PlenaryView, isFresh: FreshTest): readonly Slide[] {
  const ranked = rankRecommendations(view.recommendations).map(({ entry, rank }) => ({
    entry,
    number: rank,
    group: groupOf(view, entry),
  }))
  const cards = ranked.map((one) => recommendationCard(one, isFresh))
  return slideOf(view, { type: 'ranking' }, cards)
}

function recommendationCard({ entry, number, group }: Numbered, isFresh: FreshTest): SlideCard {
  const { title, addressees, horizon, impact, effort, lead } = entry.recommendation
  const isNew = isFresh(entry.key)
  const content = JSON.stringify([number, title, addressees, horizon, impact, effort, lead, isNew])
  return { kind: 'recommendation', key: entry.key, content, isDense: false, entry, number, group, isFresh: isNew }
}

/** What was agreed on: recommendations with somebody who takes the lead, a first step or a date. */
export function commitmentSlides(view: PlenaryView, isFresh: FreshTest): readonly Slide[] {
  const all = numbered(view)
  const agreed = all.filter(({ entry: { recommendation } }) =>
    Boolean(recommendation.lead || recommendation.firstStep || recommendation.until),
  )
  return slideOf(
    view,
    { type: 'commitments', open: all.length - agreed.length },
    agreed.map(({ entry, number, group }): SlideCard => {
      const { title, lead, firstStep, until } = entry.recommendation
      const isNew = isFresh(entry.key)
      const content = JSON.stringify([number, title, lead, firstStep, until, isNew])
      return { kind: 'commitment', key: entry.key, content, isDense: false, entry, number, group, isFresh: isNew }
    }),
  )
}

/** Recommendations with an estimate of both effort and impact: points of the matrix and lines of its legend. */
export function matrixSlides(view: PlenaryView, isFresh: FreshTest): readonly Slide[] {
  const all = numbered(view)
  const rated = all.flatMap(({ entry, number, group }): SlideCard[] => {
    const { title, effort, impact } = entry.recommendation
    if (effort === null || impact === null) return []
    const content = JSON.stringify([number, title])
    const common = { key: entry.key, content, isDense: false, entry, number, group, isFresh: isFresh(entry.key) }
    return [{ kind: 'point', effort, impact, ...common }]
  })
  return slideOf(view, { type: 'matrix', open: all.length - rated.length }, rated)
}

interface Numbered {
  readonly entry: PlenaryRecommendation
  readonly number: number
  readonly group: Group | undefined
}

function numbered(view: PlenaryView): readonly Numbered[] {
  return view.recommendations.map((entry, index) => ({ entry, number: index + 1, group: groupOf(view, entry) }))
}

function groupOf(view: PlenaryView, { groupId }: PlenaryRecommendation): Group | undefined {
  return view.groups.find(({ id }) => id === groupId)
}

function slideOf(view: PlenaryView, subject: SlideSubject, cards: readonly SlideCard[]): readonly Slide[] {
  if (cards.length === 0) return []
  const keys = new Set(cards.map(({ key }) => key))
  const shown = view.recommendations.filter(({ key }) => keys.has(key))
  return [
    {
      key: subject.type,
      subject,
      hasHeadings: false,
      groups: new Set(shown.map(({ groupId }) => groupId)).size,
      entries: cards.length,
      folded: 0,
      sections: [{ key: `${subject.type}/`, section: '', group: null, count: cards.length, cards }],
    },
  ]
}

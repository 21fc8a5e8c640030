import type { ResultsEntry, ResultsGroup, ResultsModel, ResultsRecommendation } from '../ResultsModel.ts'

/** What a reader of a format gets back of one entry or recommendation. */
export interface ReadBack {
  readonly id: string
  readonly groupId: string
  readonly text: string
}

/** What every format must give back, in this order. */
export function expectedReadBack(model: ResultsModel): {
  readonly items: ReadBack[]
  readonly recommendations: ReadBack[]
} {
  const items = model.groups.flatMap((group) => entriesOf(group).map((entry) => itemOf(group, entry)))
  const recommendations = model.groups.flatMap((group) =>
    [...group.recommendations, ...group.parked.recommendations].map((entry) => recommendationOf(group, entry)),
  )
  return { items, recommendations }
}

/** Line breaks and runs of blanks as one blank: what remains comparable after a Markdown reader. */
export function withoutLayout(entries: readonly ReadBack[]): ReadBack[] {
  return entries.map((entry) => ({ ...entry, text: entry.text.replace(/\s+/g, ' ').trim() }))
}

function entriesOf(group: ResultsGroup): readonly ResultsEntry[] {
  return [
    ...group.canvases.flatMap((canvas) => canvas.fields.flatMap((field) => field.entries)),
    ...group.freeArea,
    ...group.parked.entries,
  ]
}

function itemOf(group: ResultsGroup, entry: ResultsEntry): ReadBack {
  return { id: entry.itemId, groupId: group.groupId, text: entry.plainText }
}

function recommendationOf(group: ResultsGroup, entry: ResultsRecommendation): ReadBack {
  return { id: entry.recommendationId, groupId: group.groupId, text: entry.title }
}

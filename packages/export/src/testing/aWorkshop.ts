import type {
  BoardSnapshot,
  Canvas,
  CanvasId,
  Group,
  GroupId,
  Item,
  ItemId,
  PlenaryEntry,
  PlenaryView,
  Recommendation,
  RecommendationId,
  RunState,
  SeatId,
  TalkId,
  TargetGroupId,
} from '@tafelrunde/schema/plain'
import { richTextOf } from '@tafelrunde/schema/plain'
import {
  sampleBoard,
  sampleCanvas,
  sampleGroup,
  sampleItem,
  sampleRecommendation,
  sampleRun,
} from '@tafelrunde/schema/samples'
import type { ResultsInput } from '../ResultsModel.ts'

/** An id of the right form from a short name. */
export function anId<T extends string>(name: string): T {
  return `t${name}${'0'.repeat(22)}`.slice(0, 22) as T
}

/** An item with everything at its default but what the test is about. */
export function anItem(name: string, patch: Partial<Item> = {}): Item {
  const text = patch.text ?? richTextOf(`Text ${name}`)
  return sampleItem({ id: anId<ItemId>(name), order: name, text, ...patch })
}

/** A question of the common board with two entries in its cluster, all in the free area; two people ask it, too. */
export function aClusteredBoard(): BoardSnapshot {
  const head = anItem('head', {
    order: 'b',
    text: richTextOf('Wer zahlt das?'),
    attributes: { harvestKind: 'question' },
    agreedBy: ['one', 'two'].map((name) => anId<SeatId>(name)),
  })
  const under = ['d', 'a'].map((order) => anItem(`under${order}`, { order, headId: head.id }))
  const other = anItem('other', { order: 'c', agreedBy: [anId<SeatId>('one')] })
  return aBoard({ items: [...under, head, other] })
}

/** A target-group canvas. */
export function aCanvas(name: string, patch: Partial<Canvas> = {}): Canvas {
  return sampleCanvas({ id: anId<CanvasId>(name), order: name, title: `Canvas ${name}`, ...patch })
}

/** A recommendation that has only a title. */
export function aRecommendation(name: string, patch: Partial<Recommendation> = {}): Recommendation {
  return sampleRecommendation({
    id: anId<RecommendationId>(name),
    order: name,
    title: `Empfehlung ${name}`,
    ...patch,
  })
}

/** A board snapshot with these parts. */
export function aBoard(patch: Partial<BoardSnapshot> = {}): BoardSnapshot {
  return sampleBoard(patch)
}

/** A group with the letter A, B, … of its index. */
export function aGroup(index: number, patch: Partial<Group> = {}): Group {
  const letter = String.fromCharCode(65 + index)
  return sampleGroup({
    id: anId<GroupId>(`group${letter}`),
    letter,
    colour: index,
    name: `Gruppe ${letter}`,
    ...patch,
  })
}

/** A run state of 3 March 2022 with these groups. */
export function aRun(groups: readonly Group[], patch: Partial<RunState['workshop']> = {}): RunState {
  return sampleRun(
    {
      groups,
      talks: [{ id: anId<TalkId>('talk'), organisation: 'Land B', title: 'Rückblick auf eine Kampagne' }],
      targetGroups: [{ id: anId<TargetGroupId>('families'), title: 'Familien' }],
    },
    {
      id: anId('workshop'),
      title: 'OZG-Marketing',
      startsAt: Date.UTC(2022, 2, 3, 8),
      endsAt: Date.UTC(2022, 2, 3, 12),
      organisations: ['Land A', 'Bundesressort 1'],
      ...patch,
    },
  )
}

/** What the plenary made of one entry. */
export function aPlenaryEntry(groupId: GroupId, item: Item, patch: Partial<PlenaryEntry> = {}): PlenaryEntry {
  return {
    key: `${groupId}/${item.id}`,
    origin: { groupId, canvasId: item.canvasId, itemId: item.id },
    templateId: null,
    fieldId: item.fieldId,
    targetGroupKey: `${groupId}/free`,
    section: '',
    text: item.text,
    plainText: item.plainText,
    original: null,
    changedSince: null,
    attributes: item.attributes,
    evidence: item.evidence,
    tags: item.tags,
    agreement: item.agreedBy.length,
    clusterKey: null,
    order: item.order,
    foldedInto: null,
    ...patch,
  }
}

/** The input of a dossier; boards are given in the order of the groups. */
export function anInput(
  boards: readonly BoardSnapshot[],
  patch: Partial<ResultsInput> & { readonly entries?: readonly PlenaryEntry[] } = {},
): ResultsInput {
  const run = patch.run ?? aRun(boards.map((_, index) => aGroup(index)))
  const plenary: PlenaryView = {
    version: 1,
    groups: run.groups,
    targetGroups: [],
    canvases: [],
    entries: patch.entries ?? [],
    recommendations: [],
    channelFits: [],
  }
  return {
    run,
    boards: boards.flatMap((board, index) => {
      const group = run.groups[index]
      return group ? [{ groupId: group.id, board }] : []
    }),
    plenary,
    generatedAt: Date.UTC(2022, 2, 3, 12),
    language: 'de',
    ...patch,
  }
}

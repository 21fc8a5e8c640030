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
import { NOTHING_YET, plainTextOf, richTextOf } from '@tafelrunde/schema/plain'
import type { ResultsInput } from '../ResultsModel.ts'

/** An id of the right form from a short name. */
export function anId<T extends string>(name: string): T {
  return `t${name}${'0'.repeat(22)}`.slice(0, 22) as T
}

/** An item with everything at its default but what the test is about. */
export function anItem(name: string, patch: Partial<Item> = {}): Item {
  const text = patch.text ?? richTextOf(`Text ${name}`)
  return {
    id: anId<ItemId>(name),
    canvasId: null,
    fieldId: 'free',
    order: name,
    position: null,
    text,
    plainText: plainTextOf(text),
    evidence: null,
    sourceUrl: null,
    visibility: 'internal',
    tags: [],
    colour: null,
    state: 'active',
    attributes: {},
    headId: null,
    recommendationIds: [],
    agreedBy: [],
    author: null,
    createdAt: null,
    ...patch,
  }
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
  return {
    id: anId<CanvasId>(name),
    templateId: 'target-group',
    order: name,
    title: `Canvas ${name}`,
    targetGroupId: null,
    kind: null,
    services: [],
    summary: [],
    state: 'active',
    ...patch,
  }
}

/** A recommendation that has only a title. */
export function aRecommendation(name: string, patch: Partial<Recommendation> = {}): Recommendation {
  return {
    id: anId<RecommendationId>(name),
    order: name,
    title: `Empfehlung ${name}`,
    description: [],
    rationale: [],
    itemIds: [],
    targetGroupIds: [],
    addressees: [],
    type: null,
    lead: '',
    partners: '',
    firstStep: '',
    until: null,
    horizon: null,
    effort: null,
    impact: null,
    resources: '',
    dependencies: '',
    risks: '',
    indicator: '',
    examples: [],
    visibility: 'internal',
    state: 'active',
    author: null,
    createdAt: null,
    ...patch,
  }
}

/** A board snapshot with these parts. */
export function aBoard(patch: Partial<BoardSnapshot> = {}): BoardSnapshot {
  return { version: 1, canvases: [], items: [], recommendations: [], sketch: [], comments: [], skipped: 0, ...patch }
}

/** A group with the letter A, B, … of its index. */
export function aGroup(index: number, patch: Partial<Group> = {}): Group {
  const letter = String.fromCharCode(65 + index)
  return {
    id: anId<GroupId>(`group${letter}`),
    kind: 'group',
    letter,
    colour: index,
    name: `Gruppe ${letter}`,
    topic: '',
    maxSeats: null,
    targetGroupId: null,
    isLocked: false,
    lockedCanvasIds: [],
    ...patch,
  }
}

/** A run state of 3 March 2022 with these groups. */
export function aRun(groups: readonly Group[], patch: Partial<RunState['workshop']> = {}): RunState {
  return {
    version: 1,
    workshop: {
      id: anId('workshop'),
      title: 'OZG-Marketing',
      language: 'de',
      startsAt: Date.UTC(2022, 2, 3, 8),
      endsAt: Date.UTC(2022, 2, 3, 12),
      timeZone: 'Europe/Berlin',
      organisations: ['Land A', 'Bundesressort 1'],
      isExample: false,
      retainedUntil: null,
      ...patch,
    },
    groups,
    talks: [{ id: anId<TalkId>('talk'), organisation: 'Land B', title: 'Rückblick auf eine Kampagne' }],
    targetGroups: [{ id: anId<TargetGroupId>('families'), title: 'Familien' }],
    steps: [],
    ...NOTHING_YET,
  }
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

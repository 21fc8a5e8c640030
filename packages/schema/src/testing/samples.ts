import type { BoardSnapshot } from '../BoardSnapshot.ts'
import type { Canvas } from '../canvas/Canvas.ts'
import {
  FREE_FIELD,
  newId,
  type CanvasId,
  type GroupId,
  type ItemId,
  type RecommendationId,
  type StepId,
  type WorkshopId,
} from '../ids.ts'
import type { Item } from '../item/Item.ts'
import type { Recommendation } from '../recommendation/Recommendation.ts'
import { plainTextOf } from '../RichText.ts'
import { NOTHING_YET } from '../run-state/emptyRunState.ts'
import type { Group, RunState, Step, WorkshopInfo } from '../run-state/RunState.ts'

// Whole values for tests of every package: each part at its emptiest but for what is given.

/** A group without a topic, a size or a lock. */
export function sampleGroup(traits: Partial<Group> = {}): Group {
  return {
    id: newId<GroupId>(),
    kind: 'group',
    letter: 'A',
    colour: 0,
    name: 'Gruppe',
    topic: '',
    maxSeats: null,
    targetGroupId: null,
    isLocked: false,
    lockedCanvasIds: [],
    ...traits,
  }
}

/** A step of ten minutes that opens nothing. */
export function sampleStep(traits: Partial<Step> = {}): Step {
  return {
    id: newId<StepId>(),
    title: 'Schritt',
    instruction: '',
    minutes: 10,
    writableRoots: [],
    where: 'all',
    visibility: 'own',
    isPlenaryOpen: false,
    screen: 'instruction',
    parts: [],
    isHidden: false,
    vote: null,
    ending: 'open',
    ...traits,
  }
}

/** A run state without groups and steps, in which nothing has happened yet. */
export function sampleRun(traits: Partial<RunState> = {}, workshop: Partial<WorkshopInfo> = {}): RunState {
  return {
    version: 1,
    workshop: {
      id: newId<WorkshopId>(),
      title: 'Marketing',
      language: 'de',
      startsAt: null,
      endsAt: null,
      timeZone: 'Europe/Berlin',
      organisations: [],
      isExample: false,
      retainedUntil: null,
      ...workshop,
    },
    groups: [],
    talks: [],
    targetGroups: [],
    steps: [],
    ...NOTHING_YET,
    ...traits,
  }
}

/** A target-group canvas that says nothing. */
export function sampleCanvas(traits: Partial<Canvas> = {}): Canvas {
  return {
    id: newId<CanvasId>(),
    templateId: 'target-group',
    order: 'a0',
    title: '',
    targetGroupId: null,
    kind: null,
    services: [],
    summary: [],
    state: 'active',
    ...traits,
  }
}

/** An item in the free area; its plain text follows from its text. */
export function sampleItem(traits: Partial<Item> = {}): Item {
  return {
    id: newId<ItemId>(),
    canvasId: null,
    fieldId: FREE_FIELD,
    order: 'a0',
    position: null,
    text: [],
    plainText: plainTextOf(traits.text ?? []),
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
    ...traits,
  }
}

/** A recommendation that says nothing. */
export function sampleRecommendation(traits: Partial<Recommendation> = {}): Recommendation {
  return {
    id: newId<RecommendationId>(),
    order: 'a0',
    title: '',
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
    ...traits,
  }
}

/** A board with nothing on it. */
export function sampleBoard(traits: Partial<BoardSnapshot> = {}): BoardSnapshot {
  return { version: 1, canvases: [], items: [], recommendations: [], sketch: [], comments: [], skipped: 0, ...traits }
}

import type { BoardSnapshot } from '../BoardSnapshot.ts'
import { CANVAS_KINDS, type Canvas } from '../canvas/Canvas.ts'
import { TEMPLATES } from '../canvas/templates.ts'
import {
  FREE_FIELD,
  type CanvasId,
  type GroupId,
  type ItemId,
  type RecommendationId,
  type SeatId,
  type TargetGroupId,
} from '../ids.ts'
import { BARRIER_CAUSES, CHANNEL_TYPES, TOUCHPOINT_PHASES, type Item, type ItemAttributes } from '../item/Item.ts'
import { parseDecisions } from '../plenary/parseDecisions.ts'
import type { PlenaryInput } from '../plenary/PlenaryView.ts'
import type { Recommendation } from '../recommendation/Recommendation.ts'
import { RECOMMENDATION_STATUSES, type RecommendationStanding } from '../recommendation/RecommendationStanding.ts'
import { richTextOf } from '../RichText.ts'
import type { Group } from '../run-state/RunState.ts'
import { sampleBoard, sampleCanvas, sampleGroup, sampleItem, sampleRecommendation } from './samples.ts'
import { seededRandom, type SeededRandom } from './seededRandom.ts'

/** A list in another order. */
export function shuffled<T>(list: readonly T[], random: SeededRandom): T[] {
  return list
    .map((value) => ({ value, rank: random.below(1_000_000) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value)
}

const idOf = <T extends string>(kind: string, number: number): T => `${kind}${number}`.padEnd(22, 'x') as T
const WORDS = [
  'Formular zu lang',
  'formular  zu lang.',
  'Kein Ausweis',
  'Niemand kennt es',
  'Ämter',
  '',
  'Steuerberatung',
]
const ORDERS = ['a0', 'a0', 'a1', 'a0V', 'b00']

/** A generated workshop: boards of several groups with decisions of the plenary. The same size gives the same one. */
export function aWorkshop({ seed, groups, items }: { seed: number; groups: number; items: number }): PlenaryInput {
  const random = seededRandom(seed)
  const targetGroups = [0, 1, 2].map((number) => ({
    id: idOf<TargetGroupId>('tg', number),
    title: `Zielgruppe ${number}`,
  }))
  const groupList = Array.from({ length: groups }, (_, index) => aGroup(index, groups))
  const boards = groupList.map((group, index) => ({
    groupId: group.id,
    board: aSnapshot(random, {
      number: index,
      items: Math.floor(items / groups),
      targetGroups: targetGroups.map(({ id }) => id),
    }),
  }))
  const keys = boards.flatMap(({ groupId, board }) => board.items.map((item) => `${groupId}/${item.id}`))
  const some = (count: number): string[] =>
    Array.from({ length: keys.length === 0 ? 0 : count }, () => random.pick(keys))
  const decisions = parseDecisions({
    folds: Object.fromEntries(some(12).map((key) => [key, random.pick(keys)])),
    wording: Object.fromEntries(some(5).map((key) => [key, 'So sagt es das Plenum'])),
    order: Object.fromEntries(some(10).map((key) => [key, random.pick(ORDERS)])),
    seen: Object.fromEntries(some(10).map((key) => [key, random.pick(WORDS)])),
  })
  const standings = boards.flatMap(({ groupId, board }) =>
    board.recommendations.slice(0, 2).map(({ id }, index): RecommendationStanding => ({
      key: `${groupId}/${id}`,
      code: `HE-1-0${index + 1}`,
      status: random.pick(RECOMMENDATION_STATUSES),
      priority: random.pick([1, 2, null]),
    })),
  )
  const run = { groups: groupList, targetGroups, talks: [] }
  return { run, boards, standings, decisions: random.below(4) === 0 ? null : decisions }
}

function aGroup(index: number, count: number): Group {
  const isCommon = index === count - 1 && count > 1
  return sampleGroup({
    id: idOf<GroupId>('group', index),
    kind: isCommon ? 'common' : 'group',
    letter: isCommon ? 'P' : String.fromCharCode(65 + index),
    colour: index,
    name: `Gruppe ${index}`,
  })
}

function aSnapshot(
  random: SeededRandom,
  { number, items, targetGroups }: { number: number; items: number; targetGroups: readonly TargetGroupId[] },
): BoardSnapshot {
  const canvases = Array.from({ length: random.below(4) }, (_, index) =>
    sampleCanvas({
      id: idOf<CanvasId>(`c${number}c`, index),
      templateId: random.pick([...Object.keys(TEMPLATES), 'target-group', 'unknown']),
      order: random.pick(ORDERS),
      title: `Canvas ${index}`,
      targetGroupId: random.pick([...targetGroups, null]),
      kind: random.pick([...CANVAS_KINDS, null]),
      state: random.below(6) === 0 ? 'deleted' : 'active',
    }),
  )
  return sampleBoard({
    canvases,
    items: Array.from({ length: items }, (_, index) =>
      anItemOf(random, { id: idOf<ItemId>(`i${number}i`, index), canvases }),
    ),
    recommendations: Array.from({ length: random.below(5) }, (_, index) =>
      aRecommendation(random, {
        id: idOf<RecommendationId>(`r${number}r`, index),
        itemIds: Array.from({ length: items }, (_item, at) => idOf<ItemId>(`i${number}i`, at)).filter(
          () => random.below(4) === 0,
        ),
      }),
    ),
  })
}

function anItemOf(random: SeededRandom, { id, canvases }: { id: ItemId; canvases: readonly Canvas[] }): Item {
  const canvas = canvases.length === 0 || random.below(8) === 0 ? null : random.pick(canvases)
  const fields = canvas ? (TEMPLATES[canvas.templateId]?.fields ?? [{ id: 'mystery' }]) : [{ id: FREE_FIELD }]
  const plainText = random.pick(WORDS)
  const attributes: ItemAttributes = {
    ...(random.below(2) === 0 ? { fit: random.pick([1, 2, 3] as const) } : {}),
    ...(random.below(2) === 0 ? { cause: random.pick(BARRIER_CAUSES) } : {}),
    ...(random.below(2) === 0 ? { phase: random.pick(TOUCHPOINT_PHASES) } : {}),
    ...(random.below(2) === 0 ? { channelType: random.pick(CHANNEL_TYPES) } : {}),
    ...(random.below(2) === 0 ? { organisation: random.pick(['IHK', 'ihk ', 'Landkreis']) } : {}),
  }
  return sampleItem({
    id,
    canvasId: canvas?.id ?? null,
    fieldId: random.pick(fields).id,
    order: random.pick(ORDERS),
    text: richTextOf(plainText),
    plainText,
    state: random.pick(['active', 'active', 'active', 'parked', 'deleted']),
    attributes,
    headId: random.below(3) === 0 ? idOf<ItemId>(id.slice(0, 3), random.below(5)) : null,
    agreedBy: Array.from({ length: random.below(3) }, (_, index) => idOf<SeatId>('seat', index)),
  })
}

function aRecommendation(
  random: SeededRandom,
  { id, itemIds }: { id: RecommendationId; itemIds: readonly ItemId[] },
): Recommendation {
  return sampleRecommendation({
    id,
    order: random.pick(ORDERS),
    title: random.pick(WORDS),
    itemIds: random.below(2) === 0 ? itemIds : [],
    lead: random.pick(['', 'Landkreis']),
    effort: random.pick([1, 3, null]),
    impact: random.pick([2, 5, null]),
    state: random.pick(['active', 'active', 'parked', 'deleted']),
  })
}

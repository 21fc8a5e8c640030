import type { BoardSnapshot } from '../BoardSnapshot.ts'
import type { Canvas } from '../canvas/Canvas.ts'
import { fieldOf, TEMPLATES } from '../canvas/templates.ts'
import { clustersOf } from '../cluster/clustersOf.ts'
import type { CanvasId } from '../ids.ts'
import type { Item, ItemAttributes } from '../item/Item.ts'
import { ATTRIBUTE_KEYS } from '../item/attributeKeys.ts'
import { deepFreeze } from '../json.ts'
import { compareStrings } from '../order.ts'
import { richTextOf } from '../RichText.ts'
import type { Group } from '../run-state/RunState.ts'
import { foldPlenary } from './foldPlenary.ts'
import { changedSince, wordsOfRecommendation } from './seenWords.ts'
import { sectionOf } from './mergeRules.ts'
import type { PlenaryCanvas, PlenaryEntry, PlenaryInput, PlenaryRecommendation, PlenaryView } from './PlenaryView.ts'
import { sortPlenary } from './sortPlenary.ts'
import { targetGroupsOf } from './targetGroupsOf.ts'

/** A board with its group. */
interface Part {
  readonly group: Group
  readonly board: BoardSnapshot
  readonly canvases: ReadonlyMap<CanvasId, Canvas>
}

/**
 * All groups merged into one view. Pure and deterministic: the order of groups, boards and arrival does not matter,
 * the same input gives the same bytes. Every active item appears exactly once with its origin, except those on a
 * canvas in the bin; boards of groups that the run state does not name are left out.
 */
export function projectPlenary(input: PlenaryInput): PlenaryView {
  const groups = input.run.groups.toSorted((a, b) => compareStrings(groupOrder(a), groupOrder(b)))
  const parts = groups.flatMap((group): Part[] => {
    const found = input.boards.find((other) => other.groupId === group.id)
    if (!found) return []
    const canvases = new Map(found.board.canvases.map((canvas) => [canvas.id, canvas]))
    return [{ group, board: found.board, canvases }]
  })
  const canvases = parts.flatMap(canvasesOf)
  const unfolded = harmoniseSections(parts.flatMap((part) => entriesOf(part, input)))
  const { entries, channelFits } = foldPlenary(unfolded, input.decisions)
  const recommendations = parts.flatMap((part) => recommendationsOf(part, input))
  const targetGroups = targetGroupsOf({ run: input.run, canvases, entries, groups })
  return deepFreeze(sortPlenary({ version: 1, groups, targetGroups, canvases, entries, recommendations, channelFits }))
}

/** Groups by letter, the common board behind them. Separators sort below every character of an id or order key. */
function groupOrder(group: Group): string {
  return `${group.kind === 'common' ? 1 : 0}${String(group.letter.length).padStart(2, '0')}${group.letter}!${group.id}`
}

function canvasesOf({ group, board }: Part): PlenaryCanvas[] {
  return board.canvases
    .filter((canvas) => canvas.state === 'active')
    .map((canvas) => ({
      key: `${group.id}/${canvas.id}`,
      groupId: group.id,
      canvasId: canvas.id,
      targetGroupKey: canvas.targetGroupId ?? `${group.id}/${canvas.id}`,
      templateId: canvas.templateId,
      title: canvas.title,
      kind: canvas.kind,
      services: canvas.services,
      summary: canvas.summary,
      order: `${groupOrder(group)}!${canvas.order}!${canvas.id}`,
    }))
}

interface KnownEntries {
  readonly order: string
  readonly decisions: PlenaryInput['decisions']
  readonly entries: readonly PlenaryEntry[]
}

/** What was made of a board the last time. */
const known = new WeakMap<BoardSnapshot, KnownEntries>()

/**
 * The entries of a board. As long as nothing about it has changed they are the same objects as before: a keystroke in one
 * group of twelve costs the work of one board, up to the difference that travels, which asks for identity first.
 */
function entriesOf(part: Part, { decisions }: PlenaryInput): readonly PlenaryEntry[] {
  const order = groupOrder(part.group)
  const former = known.get(part.board)
  if (former && former.order === order && former.decisions === decisions) return former.entries
  const entries = readEntries(part, decisions)
  known.set(part.board, { order, decisions, entries })
  return entries
}

function readEntries(part: Part, decisions: PlenaryInput['decisions']): readonly PlenaryEntry[] {
  const { group, board, canvases } = part
  const { headOf } = clustersOf(board.items)
  return board.items.flatMap((item): PlenaryEntry[] => {
    const canvas = item.canvasId === null ? undefined : canvases.get(item.canvasId)
    if (item.state !== 'active' || canvas?.state === 'deleted') return []
    const key = `${group.id}/${item.id}`
    const headId = headOf.get(item.id)
    const wording = decisions?.wording[key]
    const template = canvas ? TEMPLATES[canvas.templateId] : undefined
    const field = template ? fieldOf(template, item.fieldId) : null
    return [
      {
        key,
        origin: { groupId: group.id, canvasId: item.canvasId, itemId: item.id },
        templateId: canvas?.templateId ?? null,
        fieldId: item.fieldId,
        targetGroupKey: canvas ? (canvas.targetGroupId ?? `${group.id}/${canvas.id}`) : `${group.id}/free`,
        section: field ? sectionOf(field.merge, item.attributes) : '',
        text: wording === undefined ? item.text : richTextOf(wording),
        plainText: wording ?? item.plainText,
        original: wording === undefined ? null : item.plainText,
        changedSince: changedSince(decisions?.seen?.[key], item.plainText),
        attributes: inKeyOrder(item.attributes),
        evidence: item.evidence,
        tags: item.tags,
        agreement: item.agreedBy.length,
        clusterKey: headId === undefined ? null : `${group.id}/${headId}`,
        order: entryOrder(part, item, decisions?.order[key]),
        foldedInto: null,
      },
    ]
  })
}

/** What the plenary has ordered comes first; then by group, canvas and the order in the field. */
function entryOrder({ group, canvases }: Part, item: Item, decided: string | undefined): string {
  if (decided !== undefined) return `0!${decided}!${group.id}!${item.id}`
  const canvas = item.canvasId === null ? undefined : canvases.get(item.canvasId)
  return `1!${groupOrder(group)}!${canvas?.order ?? ''}!${canvas?.id ?? ''}!${item.order}!${item.id}`
}

function inKeyOrder(attributes: ItemAttributes): ItemAttributes {
  return Object.fromEntries(
    ATTRIBUTE_KEYS.flatMap((key) => (attributes[key] === undefined ? [] : [[key, attributes[key]]])),
  ) as ItemAttributes
}

/** One spelling per section: organisations that differ only in case share the smallest. */
function harmoniseSections(entries: readonly PlenaryEntry[]): PlenaryEntry[] {
  const spellings = new Map<string, string>()
  for (const { section } of entries) {
    const known = spellings.get(section.toLowerCase())
    if (known === undefined || section < known) spellings.set(section.toLowerCase(), section)
  }
  return entries.map((entry) => {
    const section = spellings.get(entry.section.toLowerCase()) as string
    return section === entry.section ? entry : { ...entry, section }
  })
}

function recommendationsOf({ group, board }: Part, { decisions, standings }: PlenaryInput): PlenaryRecommendation[] {
  const known = new Map((standings ?? []).map((standing) => [standing.key, standing]))
  return board.recommendations
    .filter((recommendation) => recommendation.state === 'active')
    .map((recommendation) => {
      const key = `${group.id}/${recommendation.id}`
      const decided = decisions?.order[key]
      const order =
        decided === undefined
          ? `1!${groupOrder(group)}!${recommendation.order}!${recommendation.id}`
          : `0!${decided}!${group.id}!${recommendation.id}`
      const standing = known.get(key)
      return {
        key,
        groupId: group.id,
        recommendation,
        code: standing?.code ?? null,
        status: standing?.status ?? 'draft',
        priority: standing?.priority ?? null,
        changedSince: changedSince(decisions?.seen?.[key], wordsOfRecommendation(recommendation)),
        order,
      }
    })
}

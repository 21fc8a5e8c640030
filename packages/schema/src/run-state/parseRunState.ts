import { isId, type CanvasId, type GroupId, type StepId, type TalkId, type TargetGroupId } from '../ids.ts'
import { isRecord } from '../json.ts'
import { BOARD_ROOTS, type BoardRoot } from '../roots.ts'
import type { Talk } from '../talk/Talk.ts'
import type { TargetGroup } from '../target-group/TargetGroup.ts'
import { normaliseText } from '../text.ts'
import type { Announcement, Group, RunState, Step, StepPart, StepRun, WorkshopInfo } from './RunState.ts'

type StoredRecord = Record<string, unknown>

/** The run state from the stored parts; absent or broken ones get their defaults. Never throws. */
export function parseRunState(stored: unknown): RunState {
  const parts = isRecord(stored) ? stored : {}
  const groupRuns = Object.entries(parts).flatMap(([key, value]) => {
    const id = key.startsWith('groupRuns/') ? key.slice('groupRuns/'.length) : ''
    const run = parseStepRun(value)
    return isId(id) && run ? [[id, run] as const] : []
  })
  const frozen = isRecord(parts['frozen']) ? parts['frozen'] : {}
  return {
    version: number(parts['version']) ?? 0,
    workshop: parseWorkshop(isRecord(parts['workshop']) ? parts['workshop'] : {}),
    groups: list(parts, 'groups', parseGroup),
    talks: list(parts, 'talks', parseTalk),
    targetGroups: list(parts, 'targetGroups', parseTargetGroup),
    steps: list(parts, 'steps', parseStep),
    current: parseStepRun(parts['current']),
    groupRuns: Object.fromEntries(groupRuns) as RunState['groupRuns'],
    frozen: { all: frozen['all'] === true, groupIds: ids<GroupId>(frozen['groupIds']) },
    announcement: parseAnnouncement(parts['announcement']),
  }
}

function list<T>(parts: StoredRecord, name: string, parse: (id: string, value: StoredRecord) => T): T[] {
  return ids(parts[`${name}.order`]).flatMap((id) => {
    const value = parts[`${name}/${id}`]
    return isRecord(value) ? [parse(id, value)] : []
  })
}

function parseWorkshop(value: StoredRecord): WorkshopInfo {
  return {
    id: text(value['id']),
    title: text(value['title']),
    language: value['language'] === 'en' ? 'en' : 'de',
    startsAt: number(value['startsAt']),
    endsAt: number(value['endsAt']),
    timeZone: text(value['timeZone']) || 'Europe/Berlin',
    organisations: strings(value['organisations']),
    isExample: value['isExample'] === true,
    retainedUntil: number(value['retainedUntil']),
  }
}

function parseGroup(id: string, value: StoredRecord): Group {
  const colour = number(value['colour']) ?? 0
  return {
    id: id as GroupId,
    kind: value['kind'] === 'common' ? 'common' : 'group',
    letter: text(value['letter']).slice(0, 2),
    colour: Number.isInteger(colour) && colour >= 0 && colour < 12 ? colour : 0,
    name: text(value['name']),
    topic: text(value['topic']),
    maxSeats: number(value['maxSeats']),
    targetGroupId: isId(value['targetGroupId']) ? (value['targetGroupId'] as unknown as TargetGroupId) : null,
    isLocked: value['isLocked'] === true,
    lockedCanvasIds: ids<CanvasId>(value['lockedCanvasIds']),
  }
}

function parseTalk(id: string, value: StoredRecord): Talk {
  return { id: id as TalkId, organisation: text(value['organisation']), title: text(value['title']) }
}

function parseTargetGroup(id: string, value: StoredRecord): TargetGroup {
  return { id: id as TargetGroupId, title: text(value['title']) }
}

function parseStep(id: string, value: StoredRecord): Step {
  const roots = Array.isArray(value['writableRoots']) ? value['writableRoots'] : []
  return {
    id: id as StepId,
    ...parsePart(value),
    writableRoots: BOARD_ROOTS.filter((root: BoardRoot) => roots.includes(root)),
    where: oneOf(value['where'], ['common', 'groups', 'all'] as const, 'groups'),
    visibility: oneOf(value['visibility'], ['own', 'all'] as const, 'own'),
    isPlenaryOpen: value['isPlenaryOpen'] === true,
    screen: oneOf(value['screen'], ['instruction', 'fields', 'recommendations', 'board'] as const, 'instruction'),
    parts: Array.isArray(value['parts']) ? value['parts'].filter(isRecord).map(parsePart) : [],
  }
}

function parsePart(value: StoredRecord): StepPart {
  return {
    title: text(value['title']),
    instruction: text(value['instruction']),
    minutes: Math.max(0, number(value['minutes']) ?? 0),
  }
}

function parseStepRun(value: unknown): StepRun | null {
  if (!isRecord(value) || !isId(value['stepId'])) return null
  const startedAt = number(value['startedAt'])
  if (startedAt === null) return null
  return { stepId: value['stepId'] as unknown as StepId, startedAt, endsAt: number(value['endsAt']) }
}

function parseAnnouncement(value: unknown): Announcement | null {
  if (!isRecord(value) || typeof value['id'] !== 'string') return null
  const groupIds = Array.isArray(value['groupIds']) ? ids<GroupId>(value['groupIds']) : null
  return { id: value['id'], text: text(value['text']), groupIds, at: number(value['at']) ?? 0 }
}

function text(value: unknown): string {
  return typeof value === 'string' ? normaliseText(value) : ''
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string').map(normaliseText) : []
}

function ids<T extends string>(value: unknown): T[] {
  return Array.isArray(value) ? (value.filter(isId) as unknown as T[]) : []
}

function oneOf<T>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.includes(value as T) ? (value as T) : fallback
}

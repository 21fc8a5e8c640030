import {
  isId,
  type CanvasId,
  type GroupId,
  type SnapshotId,
  type StepId,
  type StepPartId,
  type TalkId,
  type TargetGroupId,
} from '../ids.ts'
import { isRecord } from '../json.ts'
import { BOARD_ROOTS, type BoardRoot } from '../roots.ts'
import type { Talk } from '../talk/Talk.ts'
import type { TargetGroup } from '../target-group/TargetGroup.ts'
import { parseVotePlan, parseVoteRound } from './parseVote.ts'
import { PLAIN_STAGE } from './emptyRunState.ts'
import type {
  Announcement,
  Closing,
  Group,
  PartRules,
  PartRun,
  RunState,
  Step,
  StepPart,
  StepRun,
  WorkshopInfo,
} from './RunState.ts'
import { SCREEN_LAYOUTS, type Gathering, type GroupSignals, type Reveal, type Stage } from './Stage.ts'
import { ids, list, number, oneOf, strings, text, type StoredRecord } from './stored.ts'

/** The run state from the stored parts; absent or broken ones get their defaults. Never throws. */
export function parseRunState(stored: unknown): RunState {
  const parts = isRecord(stored) ? stored : {}
  return {
    version: number(parts['version']) ?? 0,
    workshop: parseWorkshop(isRecord(parts['workshop']) ? parts['workshop'] : {}),
    groups: list(parts, 'groups', parseGroup),
    talks: list(parts, 'talks', parseTalk),
    targetGroups: list(parts, 'targetGroups', parseTargetGroup),
    steps: list(parts, 'steps', parseStep),
    current: parseStepRun(parts['current']),
    groupRuns: byGroup(parts, 'groupRuns', parseStepRun),
    frozen: parseFrozen(parts['frozen']),
    announcement: parseAnnouncement(parts['announcement']),
    nudges: byGroup(parts, 'nudges', parseAnnouncement),
    signals: byGroup(parts, 'signals', parseSignals),
    stage: parseStage(parts['stage']),
    gathering: parseGathering(parts['gathering']),
    rounds: list(parts, 'rounds', parseVoteRound).filter((round) => round !== null),
    reveals: list(parts, 'reveals', parseReveal),
    hasLobby: parts['hasLobby'] === true,
    closedAt: number(parts['closedAt']),
    closing: parseClosing(parts['closing']),
    submissionsVersion: number(parts['submissionsVersion']) ?? 0,
  }
}

/** Entries that are stored under `<name>/<group id>`; what cannot be read is left out. */
function byGroup<T>(parts: StoredRecord, name: string, parse: (value: unknown) => T | null): Record<GroupId, T> {
  const entries = Object.entries(parts).flatMap(([key, value]) => {
    const id = key.startsWith(`${name}/`) ? key.slice(name.length + 1) : ''
    const parsed = parse(value)
    return isId(id) && parsed !== null ? [[id, parsed] as const] : []
  })
  return Object.fromEntries(entries) as Record<GroupId, T>
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
  return {
    id: id as StepId,
    ...parseTask(value),
    ...parseRules(value),
    where: oneOf(value['where'], ['common', 'groups', 'all'] as const, 'groups'),
    isPlenaryOpen: value['isPlenaryOpen'] === true,
    screen: oneOf(value['screen'], SCREEN_LAYOUTS, 'instruction'),
    parts: Array.isArray(value['parts']) ? value['parts'].filter(isRecord).map(parsePart) : [],
    vote: parseVotePlan(value['vote']),
    ending: oneOf(value['ending'], ['open', 'soft'] as const, 'open'),
  }
}

/** Parts of older workshops have no id; their place tells them apart. */
function parsePart(value: StoredRecord, index: number): StepPart {
  const id = isId(value['id']) ? value['id'] : `part-${index}`
  return { id: id as unknown as StepPartId, ...parseTask(value), rules: parsePartRules(value['rules']) }
}

function parseRules(value: StoredRecord): PartRules {
  const roots = Array.isArray(value['writableRoots']) ? value['writableRoots'] : []
  return {
    writableRoots: BOARD_ROOTS.filter((root: BoardRoot) => roots.includes(root)),
    visibility: oneOf(value['visibility'], ['own', 'all'] as const, 'own'),
    isHidden: value['isHidden'] === true,
  }
}

function parsePartRules(value: unknown): PartRules | null {
  return isRecord(value) ? parseRules(value) : null
}

function parseTask(value: StoredRecord): Pick<Step, 'title' | 'instruction' | 'minutes'> {
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
  const endsAt = number(value['endsAt'])
  return {
    stepId: value['stepId'] as unknown as StepId,
    startedAt,
    endsAt,
    isClosed: value['isClosed'] === true,
    part: parsePartRun(value['part']),
  }
}

function parsePartRun(value: unknown): PartRun | null {
  if (!isRecord(value)) return null
  const startedAt = number(value['startedAt'])
  if (typeof value['partId'] !== 'string' || startedAt === null) return null
  return { partId: value['partId'] as StepPartId, startedAt, endsAt: number(value['endsAt']) }
}

function parseFrozen(value: unknown): RunState['frozen'] {
  const stored = isRecord(value) ? value : {}
  return { all: stored['all'] === true, groupIds: ids<GroupId>(stored['groupIds']) }
}

function parseClosing(value: unknown): Closing | null {
  if (!isRecord(value) || !isId(value['snapshotId'])) return null
  return { snapshotId: value['snapshotId'] as unknown as SnapshotId, frozenBefore: parseFrozen(value['frozenBefore']) }
}

function parseAnnouncement(value: unknown): Announcement | null {
  if (!isRecord(value) || typeof value['id'] !== 'string') return null
  const groupIds = Array.isArray(value['groupIds']) ? ids<GroupId>(value['groupIds']) : null
  return { id: value['id'], text: text(value['text']), groupIds, at: number(value['at']) ?? 0 }
}

function parseSignals(value: unknown): GroupSignals | null {
  if (!isRecord(value)) return null
  return { readyAt: number(value['readyAt']), helpAt: number(value['helpAt']) }
}

function parseStage(value: unknown): Stage {
  if (!isRecord(value)) return PLAIN_STAGE
  const spotlight = isRecord(value['spotlight']) ? value['spotlight'] : {}
  const { groupId, canvasId, fieldId } = spotlight
  return {
    layout: oneOf(value['layout'], [...SCREEN_LAYOUTS, null], null),
    spotlight: isId(groupId)
      ? {
          groupId: groupId as unknown as GroupId,
          canvasId: isId(canvasId) ? (canvasId as unknown as CanvasId) : null,
          fieldId: typeof fieldId === 'string' ? fieldId : null,
        }
      : null,
    frozenAt: number(value['frozenAt']),
    page: number(value['page']),
  }
}

function parseGathering(value: unknown): Gathering | null {
  if (!isRecord(value) || typeof value['id'] !== 'string') return null
  const { id, groupId } = value
  const isToOwnGroup = value['isToOwnGroup'] === true
  return {
    id,
    groupId: isId(groupId) && !isToOwnGroup ? (groupId as unknown as GroupId) : null,
    isToOwnGroup,
    at: number(value['at']) ?? 0,
  }
}

function parseReveal(id: string, value: StoredRecord): Reveal {
  return {
    id,
    groupId: isId(value['groupId']) ? (value['groupId'] as unknown as GroupId) : null,
    at: number(value['at']) ?? 0,
    notes: number(value['notes']) ?? 0,
    hasAuthors: value['hasAuthors'] !== false,
  }
}

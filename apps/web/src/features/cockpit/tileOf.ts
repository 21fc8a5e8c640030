import {
  TEMPLATES,
  readingOrder,
  stepOf,
  type Announcement,
  type FieldTemplate,
  type Group,
  type NoteColour,
  type Step,
  type StepRun,
} from '@tafelrunde/schema/plain'
import type { Cockpit } from './cockpitState.ts'

/** How long a group may be still before its tile says so; shorter than a part of a step, longer than a discussion. */
const quietAfterMinutes = 5

/** For how long a lost connection is told; the server remembers as long. */
const troubleMs = 120_000

/** A field of the miniature. */
export interface TileField {
  readonly template: FieldTemplate
  readonly count: number
  readonly tint: NoteColour
}

export interface TilePerson {
  readonly id: string
  readonly name: string
  readonly organisation: string
  /** How many share the device. */
  readonly people: number
}

/** What one tile shows, in the words of the domain; texts and layout are the component's. */
export interface TileModel {
  readonly group: Group
  /** Fields of the board's canvases, counts of canvases of the same template added up. */
  readonly fields: readonly TileField[]
  readonly canvasTitles: readonly string[]
  readonly canvases: Cockpit['tiles'][number]['canvases']
  readonly people: readonly TilePerson[]
  /** How many seats the group has, present or not. */
  readonly seats: number
  readonly items: number
  readonly recommendations: number
  /** Whole minutes since the last edit; null when nobody has written yet. */
  readonly minutesStill: number | null
  readonly mood: 'empty' | 'lively' | 'quiet'
  /** Fields of the grid that nobody has written in. */
  readonly emptyFields: readonly FieldTemplate[]
  readonly waitingTray: number
  /** The group says that it is done with the step. */
  readonly isReady: boolean
  /** The group's call for help; null when it does not call. */
  readonly help: { readonly at: number; readonly minutes: number } | null
  /** Names of people whose connection broke off in the last minutes, back or not. */
  readonly unsteady: readonly string[]
  readonly nudge: Announcement | null
  readonly isOnScreen: boolean
  /** The group's own step or timer, if it differs from everybody's. */
  readonly ownRun: StepRun | null
  readonly step: Step | null
  readonly isFrozen: boolean
  /** The board cannot be read; what the tile counts is nothing. */
  readonly isUnreadable: boolean
}

/** Tiles of all groups, the common board first while the step is at work there, else last. */
export function tilesOf(cockpit: Cockpit, now: number): readonly TileModel[] {
  const tiles = cockpit.run.groups.map((group) => tileOf(cockpit, group, now))
  const rank = (tile: TileModel): number => {
    if (tile.group.kind === 'group') return 1
    return tile.step?.where === 'common' ? 0 : 2
  }
  return tiles.toSorted((a, b) => rank(a) - rank(b))
}

/** The tile of one group at a point of server time. */
export function tileOf(cockpit: Cockpit, group: Group, now: number): TileModel {
  const { run, seats, tray } = cockpit
  const tile = cockpit.tiles.find((candidate) => candidate.groupId === group.id)
  const step = stepOf(run, group.id)
  const fields = tileFields(tile?.canvases ?? [])
  const minutesStill = tile?.lastEditAt ? Math.max(0, Math.floor((now - tile.lastEditAt) / 60_000)) : null
  const present = new Set(tile?.presentSeatIds)
  const signals = run.signals[group.id]
  return {
    group,
    fields,
    canvasTitles: tile?.canvases.map((canvas) => canvas.title).filter(Boolean) ?? [],
    canvases: tile?.canvases ?? [],
    people: seats
      .filter((seat) => present.has(seat.id))
      .map(({ id, name, organisation, people }) => ({ id, name, organisation, people })),
    seats: seats
      .filter((seat) => seat.groupId === group.id && !seat.isWaiting)
      .reduce((sum, seat) => sum + seat.people, 0),
    items: tile?.items ?? 0,
    recommendations: tile?.recommendations.length ?? 0,
    minutesStill,
    mood: moodOf({ minutesStill, present: present.size, isAtWork: isAtWork(group, step) }),
    emptyFields: fields
      .filter((field) => field.count === 0 && field.template.layout === 'grid')
      .map((field) => field.template),
    waitingTray: tray.filter((entry) => entry.groupId === group.id && entry.state === 'waiting').length,
    isReady: (signals?.readyAt ?? null) !== null,
    help: signals?.helpAt
      ? { at: signals.helpAt, minutes: Math.max(0, Math.floor((now - signals.helpAt) / 60_000)) }
      : null,
    unsteady: (tile?.lostConnections ?? [])
      .filter(({ at }) => now - at < troubleMs)
      .map(({ seatId }) => nameOf(seats.find(({ id }) => id === seatId))),
    nudge: run.nudges[group.id] ?? null,
    isOnScreen: run.stage.spotlight?.groupId === group.id,
    ownRun: run.groupRuns[group.id] ?? null,
    step,
    isUnreadable: (tile?.trouble ?? null) !== null,
    isFrozen: run.frozen.all || run.frozen.groupIds.includes(group.id),
  }
}

/** Tiles of groups that call for help, the longest waiting first. */
export function helpQueue(tiles: readonly TileModel[]): readonly TileModel[] {
  return tiles.filter(({ help }) => help !== null).toSorted((a, b) => (a.help?.at ?? 0) - (b.help?.at ?? 0))
}

function nameOf(seat: Cockpit['seats'][number] | undefined): string {
  return seat?.name || seat?.organisation || '?'
}

function tileFields(canvases: Cockpit['tiles'][number]['canvases']): readonly TileField[] {
  const template = TEMPLATES[canvases[0]?.templateId ?? '']
  if (!template) return []
  const alike = canvases.filter((canvas) => canvas.templateId === template.id)
  return readingOrder(template)
    .filter((field) => field.layout === 'grid' || field.layout === 'foot')
    .map((field) => ({
      template: field,
      tint: field.tint,
      count: alike.reduce((sum, canvas) => sum + (canvas.fields[field.id] ?? 0), 0),
    }))
}

function isAtWork(group: Group, step: Step | null): boolean {
  if (!step) return false
  const isHere = step.where === 'all' || (step.where === 'common') === (group.kind === 'common')
  return isHere && step.writableRoots.length > 0
}

function moodOf(signs: { minutesStill: number | null; present: number; isAtWork: boolean }): TileModel['mood'] {
  if (signs.isAtWork && signs.present > 0 && (signs.minutesStill ?? Infinity) >= quietAfterMinutes) return 'quiet'
  return signs.minutesStill === null ? 'empty' : 'lively'
}

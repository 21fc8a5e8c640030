import { AppError, documentName, type PlenaryCommand } from '@tafelrunde/protocol'
import {
  foldEntries,
  forgetUndecided,
  moveEntry,
  rememberWords,
  rewordEntry,
  tellApart,
  unfoldEntries,
} from '@tafelrunde/schema'
import { arrangeByField, cardKeysOf, wordsOfRecommendation, type PlenaryView } from '@tafelrunde/schema/plain'
import { openPlenary } from '@tafelrunde/schema/transport'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { tellSubmissions } from '../submissions/tellSubmissions.ts'
import { agreeInPlenary, type Agreement } from './agreeInPlenary.ts'
import type { LivePlenary } from './LivePlenary.ts'

type Parts = Pick<ServerParts, 'documents' | 'runStates' | 'votes' | 'audit' | 'now'> & {
  readonly plenary: LivePlenary
}

/** Commands that become a decision in the plenary's own document. */
type Decision = Exclude<PlenaryCommand, Agreement | { type: 'prioritise' }>

/**
 * Carry out what a moderator has decided in the plenary. Folding, wording, order and taking note are decisions of its
 * own, the boards of the groups stay as they are; agreed values, lead, first step and date go onto the boards.
 *
 * @throws AppError `request.malformed` for an entry that the plenary does not show, or as agreeInPlenary
 */
export async function decidePlenary(parts: Parts, seat: Seat, command: PlenaryCommand): Promise<void> {
  const { workshopId } = seat
  switch (command.type) {
    case 'rate':
    case 'commit':
      await agreeInPlenary(parts, seat, command)
      break
    case 'prioritise':
      await prioritise(parts, seat, command)
      break
    default:
      await decide(parts, seat, command)
  }
  const details = { command: command.type }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'plenary.decided', details })
}

/** The whole order as moderators settle it; a vote may have proposed it. */
async function prioritise(
  parts: Parts,
  { workshopId }: Seat,
  { recommendationKeys }: Extract<PlenaryCommand, { type: 'prioritise' }>,
): Promise<void> {
  const { recommendations } = await parts.plenary.view(workshopId)
  const shown = new Set(recommendations.map(({ key }) => key))
  if (!recommendationKeys.every((key) => shown.has(key))) {
    throw new AppError('recommendation.unknown', 'the plenary does not show such a recommendation')
  }
  const former = await parts.votes.priorities(workshopId)
  const roundOf = new Map(former.map(({ recommendationKey, roundId }) => [recommendationKey, roundId]))
  const priorities = [...new Set(recommendationKeys)].map((recommendationKey, at) => ({
    recommendationKey,
    rank: at + 1,
    roundId: roundOf.get(recommendationKey) ?? null,
  }))
  await parts.votes.setPriorities(workshopId, priorities)
  await tellSubmissions(parts, workshopId)
}

/** What is decided about is remembered in its words of now, in the same edit. */
async function decide(parts: Parts, { workshopId }: Seat, command: Decision): Promise<void> {
  const view = await parts.plenary.view(workshopId)
  assertShown(view, keysOf(command))
  await parts.documents.edit(documentName('plenary', workshopId), (ydoc) => {
    const plenary = openPlenary(ydoc)
    switch (command.type) {
      case 'fold':
        foldEntries(plenary, cardKeysOf(view, keysOf(command)), command.headKey)
        return void rememberWords(plenary, wordsOf(view, cardKeysOf(view, keysOf(command))))
      case 'unfold':
        unfoldEntries(plenary, command.headKey)
        return void forgetUndecided(plenary, foldedUnder(view, command.headKey))
      case 'differ':
        return void tellApart(plenary, command.keys, command.areDifferent)
      case 'reword':
        rewordEntry(plenary, command.entryKey, command.text)
        rememberWords(plenary, wordsOf(view, [command.entryKey]))
        return void forgetUndecided(plenary, [command.entryKey])
      case 'acknowledge':
        return void rememberWords(plenary, wordsOf(view, [command.entryKey]))
      case 'move': {
        const section = sectionOf(view, command.entryKey)
        return void moveEntry(plenary, command.entryKey, { section, after: neighbourBefore(section, command) })
      }
    }
  })
}

/** What the groups have written, whatever the plenary made of it. */
function wordsOf(view: PlenaryView, keys: readonly string[]): Readonly<Record<string, string>> {
  const wanted = new Set(keys)
  return Object.fromEntries([
    ...view.entries.filter(({ key }) => wanted.has(key)).map((entry) => [entry.key, entry.original ?? entry.plainText]),
    ...view.recommendations
      .filter(({ key }) => wanted.has(key))
      .map(({ key, recommendation }) => [key, wordsOfRecommendation(recommendation)]),
  ])
}

function foldedUnder(view: PlenaryView, headKey: string): readonly string[] {
  return [headKey, ...view.entries.filter(({ foldedInto }) => foldedInto === headKey).map(({ key }) => key)]
}

function keysOf(command: Decision): readonly string[] {
  switch (command.type) {
    case 'fold':
      return [command.headKey, ...command.entryKeys]
    case 'unfold':
      return []
    case 'differ':
      return command.keys
    case 'reword':
    case 'acknowledge':
      return [command.entryKey]
    case 'move':
      return [command.entryKey, command.afterKey, command.beforeKey].filter((key) => key !== null)
  }
}

function assertShown(view: PlenaryView, keys: readonly string[]): void {
  const shown = new Set([...view.entries, ...view.recommendations].map(({ key }) => key))
  if (!keys.every((key) => shown.has(key))) {
    throw new AppError('request.malformed', 'entryKey: the plenary does not show such an entry')
  }
}

/** Keys that stand in one list with the entry, in the order in which they are shown. */
function sectionOf(view: PlenaryView, key: string): readonly string[] {
  if (view.recommendations.some((recommendation) => recommendation.key === key)) {
    return view.recommendations.map((recommendation) => recommendation.key)
  }
  const sections = arrangeByField(view, {}).flatMap((field) => field.sections)
  const section = sections.find(({ entries }) => entries.some((entry) => entry.key === key))
  return section?.entries.map((entry) => entry.key) ?? []
}

function neighbourBefore(
  section: readonly string[],
  { entryKey, afterKey, beforeKey }: { entryKey: string; afterKey: string | null; beforeKey: string | null },
): string | null {
  if (afterKey !== null) return afterKey
  if (beforeKey === null) return section.findLast((key) => key !== entryKey) ?? null
  const others = section.filter((key) => key !== entryKey)
  return others[others.indexOf(beforeKey) - 1] ?? null
}

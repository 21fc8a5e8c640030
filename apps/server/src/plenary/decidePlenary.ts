import { AppError, documentName, type PlenaryCommand } from '@tafelrunde/protocol'
import { foldEntries, moveEntry, rewordEntry, tellApart, unfoldEntries } from '@tafelrunde/schema'
import { arrangeByField, cardKeysOf, type PlenaryView } from '@tafelrunde/schema/plain'
import { openPlenary } from '@tafelrunde/schema/transport'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { LivePlenary } from './LivePlenary.ts'

type Parts = Pick<ServerParts, 'documents' | 'audit' | 'now'> & { readonly plenary: LivePlenary }

/**
 * Write one decision of the plenary: fold, unfold, reword or move an entry. The boards of the groups stay as they are.
 *
 * @throws AppError `request.malformed` for an entry that the plenary does not show
 */
export async function decidePlenary(parts: Parts, seat: Seat, command: PlenaryCommand): Promise<void> {
  const { workshopId } = seat
  const view = await parts.plenary.view(workshopId)
  assertShown(view, keysOf(command))
  await parts.documents.edit(documentName('plenary', workshopId), (ydoc) => {
    const plenary = openPlenary(ydoc)
    switch (command.type) {
      case 'fold':
        return void foldEntries(plenary, cardKeysOf(view, keysOf(command)), command.headKey)
      case 'unfold':
        return void unfoldEntries(plenary, command.headKey)
      case 'differ':
        return void tellApart(plenary, command.keys, command.areDifferent)
      case 'reword':
        return void rewordEntry(plenary, command.entryKey, command.text)
      case 'move': {
        const section = sectionOf(view, command.entryKey)
        return void moveEntry(plenary, command.entryKey, { section, after: neighbourBefore(section, command) })
      }
    }
  })
  const details = { command: command.type }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'plenary.decided', details })
}

function keysOf(command: PlenaryCommand): readonly string[] {
  switch (command.type) {
    case 'fold':
      return [command.headKey, ...command.entryKeys]
    case 'unfold':
      return []
    case 'differ':
      return command.keys
    case 'reword':
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

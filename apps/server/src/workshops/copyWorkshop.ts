import {
  newId,
  NOTHING_YET,
  type Group,
  type GroupId,
  type RunState,
  type SeriesId,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import type { ServerParts } from '../ServerParts.ts'
import { copyBoard } from './copyBoard.ts'
import { establishWorkshop, type FirstLinks } from './establishWorkshop.ts'

type Parts = Pick<ServerParts, 'workshops' | 'runStates' | 'documents' | 'seatings' | 'now'>

/** A copy that is still to be made: its run state, and which group stands for which. */
export interface WorkshopCopy {
  readonly source: RunState
  readonly run: RunState
  /** By the id of a group of the source. */
  readonly groupIds: ReadonlyMap<GroupId, GroupId>
}

/** The run state of a copy: the same plan before its beginning, in a workshop and groups of its own. */
export function planCopy(source: RunState): WorkshopCopy {
  const groupIds = new Map(source.groups.map(({ id }) => [id, newId<GroupId>()]))
  const run: RunState = {
    ...source,
    ...NOTHING_YET,
    version: 0,
    workshop: { ...source.workshop, id: newId<WorkshopId>() },
    groups: source.groups.map((group) => ({ ...group, id: groupIds.get(group.id) as GroupId })),
    hasLobby: source.hasLobby,
  }
  return { source, run, groupIds }
}

/** Make the copy exist: boards, the list of who goes where, and links of its own, in a series of its own. */
export async function copyWorkshop(parts: Parts, { source, run, groupIds }: WorkshopCopy): Promise<FirstLinks> {
  const originals = new Map(source.groups.map((group) => [groupIds.get(group.id), group]))
  const links = await establishWorkshop(parts, {
    run,
    series: { id: newId<SeriesId>(), isNew: true },
    seed: (to) => copyBoard(parts.documents, run, { from: originals.get(to.id) as Group, to }),
  })
  const { mode, entries } = await parts.seatings.read(source.workshop.id as WorkshopId)
  await parts.seatings.write(run.workshop.id as WorkshopId, {
    mode,
    entries: entries.flatMap((entry) => {
      const groupId = groupIds.get(entry.groupId as GroupId)
      return groupId ? [{ ...entry, groupId }] : []
    }),
  })
  return links
}

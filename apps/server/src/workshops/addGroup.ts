import { AppError, type AddGroupRequest, type LinkRecord, type Role } from '@tafelrunde/protocol'
import { LIMITS, type Group, type RunState } from '@tafelrunde/schema/plain'
import type { z } from 'zod'
import { linkRecordOf } from '../links/linkRecordOf.ts'
import { makeLink } from '../links/makeLink.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { groupLetter, makeGroup, targetGroupsOf } from './makeGroups.ts'
import { seedGroupBoard } from './seedBoards.ts'

type Parts = Pick<ServerParts, 'workshops' | 'runStates' | 'documents' | 'links' | 'audit' | 'news' | 'now' | 'baseUrl'>

/** A group that was added, with the links that lead into it. */
export interface AddedGroup {
  readonly group: Group
  readonly link: LinkRecord
  readonly scribeLink: LinkRecord
}

/**
 * Add a group with its board and its two links to the seat's workshop. The run state comes last: nobody sees a group
 * whose board is not there yet.
 *
 * @throws AppError `item.tooMany` beyond the limit of groups
 */
export async function addGroup(
  parts: Parts,
  seat: Seat,
  request: z.infer<typeof AddGroupRequest>,
): Promise<AddedGroup> {
  const { workshopId } = seat
  const run = await parts.runStates.load(workshopId)
  if (run.groups.length > LIMITS.groupsPerWorkshop) throw new AppError('item.tooMany', 'there are too many groups')
  const known = new Set(run.targetGroups.map(({ title }) => title))
  const newTargetGroups = targetGroupsOf([request]).filter(({ title }) => !known.has(title))
  const wanted = makeGroup(request, numberOfGroups(run), [...run.targetGroups, ...newTargetGroups])
  await parts.workshops.addGroup(workshopId, wanted.id)
  await seedGroupBoard(parts.documents, { ...run, targetGroups: [...run.targetGroups, ...newTargetGroups] }, wanted)
  const changed = await parts.runStates.change(workshopId, (current) => ({
    ...current,
    targetGroups: [...current.targetGroups, ...newTargetGroups],
    groups: [...current.groups, { ...wanted, letter: groupLetter(numberOfGroups(current)) }],
  }))
  const group = changed.groups.find(({ id }) => id === wanted.id) ?? wanted
  const link = await addLink(parts, seat, { role: 'participant', group })
  const scribeLink = await addLink(parts, seat, { role: 'scribe', group })
  const details = { groupId: group.id }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'group.added', details })
  parts.news.tell(workshopId, 'links')
  return { group, link, scribeLink }
}

function numberOfGroups(run: RunState): number {
  return run.groups.filter(({ kind }) => kind === 'group').length
}

async function addLink(
  parts: Parts,
  seat: Seat,
  to: { readonly role: Role; readonly group: Group },
): Promise<LinkRecord> {
  const { link, token } = makeLink({ workshopId: seat.workshopId, role: to.role, groupId: to.group.id }, parts.now())
  await parts.links.add(link)
  return linkRecordOf(link, { baseUrl: parts.baseUrl(), token })
}

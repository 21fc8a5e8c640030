import { AppError, documentName, type AddGroupRequest, type EditGroupRequest } from '@tafelrunde/protocol'
import { LIMITS, normaliseLine, normaliseText, type Group, type GroupId, type RunState } from '@tafelrunde/schema/plain'
import type { z } from 'zod'
import type { LinkRecord } from '@tafelrunde/protocol'
import { linkRecordOf } from '../links/linkRecordOf.ts'
import { makeLink } from '../links/makeLink.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { makeGroup, targetGroupsOf } from './makeGroups.ts'
import { seedGroupBoard } from './seedBoards.ts'

type Parts = Pick<ServerParts, 'workshops' | 'runStates' | 'documents' | 'links' | 'audit' | 'news' | 'now' | 'baseUrl'>

/** A group that was added, with the links that lead into it. */
export interface AddedGroup {
  readonly group: Group
  readonly link: LinkRecord
  readonly scribeLink: LinkRecord
}

/**
 * Add a group with its board and its two links to the seat's workshop.
 *
 * @throws AppError `item.tooMany` beyond the limit of groups
 */
export async function addGroup(
  parts: Parts,
  seat: Seat,
  request: z.infer<typeof AddGroupRequest>,
): Promise<AddedGroup> {
  const { workshopId } = seat
  let added: Group | undefined
  const run = await parts.runStates.load(workshopId)
  if (run.groups.length > LIMITS.groupsPerWorkshop)
    throw new AppError('item.tooMany', 'the workshop has too many groups')
  const preview = withGroup(run, request)
  await parts.workshops.addGroup(workshopId, preview.group.id)
  await seedGroupBoard(parts.documents, preview.run, preview.group)
  await parts.runStates.change(workshopId, (current) => {
    const next = withGroup(current, request, preview.group.id)
    added = next.group
    return next.run
  })
  const group = added ?? preview.group
  const [link, scribe] = (['participant', 'scribe'] as const).map((role) =>
    makeLink({ workshopId, role, groupId: group.id }, parts.now()),
  ) as [ReturnType<typeof makeLink>, ReturnType<typeof makeLink>]
  await parts.links.add(link.link)
  await parts.links.add(scribe.link)
  const details = { groupId: group.id }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'group.added', details })
  parts.news.tell(workshopId, 'links')
  return {
    group,
    link: linkRecordOf(link.link, { baseUrl: parts.baseUrl(), token: link.token }),
    scribeLink: linkRecordOf(scribe.link, { baseUrl: parts.baseUrl(), token: scribe.token }),
  }
}

/** @throws AppError `group.unknown` | `request.malformed` */
export async function editGroup(
  parts: Parts,
  seat: Seat,
  edit: { readonly groupId: GroupId; readonly request: z.infer<typeof EditGroupRequest> },
): Promise<RunState> {
  const { workshopId } = seat
  const { groupId, request } = edit
  const run = await parts.runStates.change(workshopId, (current) => {
    if (!current.groups.some(({ id }) => id === groupId)) throw new AppError('group.unknown', 'no such group')
    const targetGroupId = request.targetGroupId
    if (targetGroupId && !current.targetGroups.some(({ id }) => id === targetGroupId)) {
      throw new AppError('request.malformed', 'targetGroupId: the workshop has no such target group')
    }
    return {
      ...current,
      groups: current.groups.map((group) => (group.id === groupId ? edited(group, request) : group)),
    }
  })
  const details = { groupId, document: documentName('group', groupId) }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'group.edited', details })
  return run
}

function edited(group: Group, request: z.infer<typeof EditGroupRequest>): Group {
  return {
    ...group,
    name: request.name === undefined ? group.name : normaliseLine(request.name),
    topic: request.topic === undefined ? group.topic : normaliseText(request.topic),
    maxSeats: request.maxSeats === undefined ? group.maxSeats : request.maxSeats,
    targetGroupId:
      request.targetGroupId === undefined ? group.targetGroupId : (request.targetGroupId as Group['targetGroupId']),
  }
}

function withGroup(
  run: RunState,
  request: z.infer<typeof AddGroupRequest>,
  id?: GroupId,
): { readonly run: RunState; readonly group: Group } {
  const known = new Set(run.targetGroups.map(({ title }) => title))
  const targetGroups = [...run.targetGroups, ...targetGroupsOf([request]).filter(({ title }) => !known.has(title))]
  const place = run.groups.filter(({ kind }) => kind === 'group').length
  const made = makeGroup(request, place, targetGroups)
  const group = id === undefined ? made : { ...made, id }
  return { group, run: { ...run, targetGroups, groups: [...run.groups, group] } }
}

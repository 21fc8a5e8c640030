import { AppError, documentName, type EditGroupRequest } from '@tafelrunde/protocol'
import { readBoard, setCanvasTargetGroup } from '@tafelrunde/schema'
import { normaliseLine, normaliseText, type Group, type GroupId, type RunState } from '@tafelrunde/schema/plain'
import { openBoard } from '@tafelrunde/schema/transport'
import type { z } from 'zod'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'

type Parts = Pick<ServerParts, 'runStates' | 'documents' | 'audit' | 'now'>

/**
 * Rename a group, change its topic, size or target group. The canvases that the group keeps for its former target
 * group are for the new one from then on, since merging goes by it.
 *
 * @throws AppError `group.unknown` | `request.malformed`
 */
export async function editGroup(
  parts: Parts,
  seat: Seat,
  edit: { readonly groupId: GroupId; readonly request: z.infer<typeof EditGroupRequest> },
): Promise<RunState> {
  const { workshopId } = seat
  const { groupId, request } = edit
  let former: Group | undefined
  const run = await parts.runStates.change(workshopId, (current) => {
    former = current.groups.find(({ id }) => id === groupId)
    if (!former) throw new AppError('group.unknown', 'no such group')
    assertTargetGroup(current, request.targetGroupId)
    return {
      ...current,
      groups: current.groups.map((group) => (group.id === groupId ? edited(group, request) : group)),
    }
  })
  const group = run.groups.find(({ id }) => id === groupId)
  if (former && group && group.targetGroupId !== former.targetGroupId) await retarget(parts, former, group)
  await parts.audit.append({
    workshopId,
    seatId: seat.id,
    at: parts.now(),
    event: 'group.edited',
    details: { groupId },
  })
  return run
}

function assertTargetGroup(run: RunState, targetGroupId: string | null | undefined): void {
  if (targetGroupId && !run.targetGroups.some(({ id }) => id === targetGroupId)) {
    throw new AppError('request.malformed', 'targetGroupId: the workshop has no such target group')
  }
}

function edited(group: Group, request: z.infer<typeof EditGroupRequest>): Group {
  const { name, topic, maxSeats, targetGroupId } = request
  return {
    ...group,
    name: name === undefined ? group.name : normaliseLine(name),
    topic: topic === undefined ? group.topic : normaliseText(topic),
    maxSeats: maxSeats === undefined ? group.maxSeats : maxSeats,
    targetGroupId: targetGroupId === undefined ? group.targetGroupId : (targetGroupId as Group['targetGroupId']),
  }
}

async function retarget(parts: Parts, former: Group, group: Group): Promise<void> {
  await parts.documents.edit(documentName('group', group.id), (ydoc) => {
    const board = openBoard(ydoc)
    for (const { id, templateId, targetGroupId } of readBoard(board).canvases) {
      if (templateId !== 'target-group' || targetGroupId !== former.targetGroupId) continue
      setCanvasTargetGroup(board, id, group.targetGroupId)
    }
  })
}

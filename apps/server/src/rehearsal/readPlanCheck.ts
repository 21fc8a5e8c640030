import { AppError, isModerating, type PlanCheckResponse } from '@tafelrunde/protocol'
import {
  findPlanProblems,
  type BoardFacts,
  type GroupId,
  type PlanFacts,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import type { Documents } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'

type Parts = Pick<ServerParts, 'runStates' | 'documents' | 'seats' | 'seatings' | 'links' | 'now'>

/** What would go wrong with the workshop as it is prepared now, the worst first. Changes nothing. */
export async function readPlanCheck(parts: Parts, workshopId: WorkshopId): Promise<PlanCheckResponse> {
  const run = await parts.runStates.load(workshopId)
  const [people, links, boards] = await Promise.all([
    peopleFacts(parts, workshopId),
    linkFacts(parts, workshopId),
    Promise.all(run.groups.map(({ id }) => boardFacts(parts.documents, id))),
  ])
  const problems = findPlanProblems({ run, facts: { ...people, links, boards } })
  return { problems: problems.map((problem) => ({ ...problem, figures: { ...problem.figures } })) }
}

type PeopleFacts = Pick<PlanFacts, 'seatsPerGroup' | 'seatsWithoutGroup' | 'listedPerGroup' | 'moderators'>

/** Who waits in the lobby will want a place, too. Entries of the list that name nobody are for whole organisations. */
async function peopleFacts(parts: Parts, workshopId: WorkshopId): Promise<PeopleFacts> {
  const [seats, { entries }] = await Promise.all([parts.seats.list(workshopId), parts.seatings.read(workshopId)])
  const inGroups = seats.filter(({ role }) => role === 'participant' || role === 'scribe')
  return {
    seatsPerGroup: countByGroup(inGroups.map(({ groupId }) => groupId)),
    seatsWithoutGroup: inGroups.filter(({ groupId }) => groupId === null).length,
    listedPerGroup: countByGroup(entries.map(({ name, groupId }) => (name === '' ? null : groupId))),
    moderators: seats.filter(({ role }) => isModerating(role)).length,
  }
}

function countByGroup(groupIds: readonly (string | null)[]): Readonly<Record<GroupId, number>> {
  const counts: Record<string, number> = {}
  for (const id of groupIds) {
    if (id !== null) counts[id] = (counts[id] ?? 0) + 1
  }
  return counts
}

async function linkFacts({ links, now }: Parts, workshopId: WorkshopId): Promise<PlanFacts['links']> {
  const at = now()
  return (await links.list(workshopId))
    .filter(({ revokedAt, expiresAt }) => revokedAt === null && (expiresAt === null || expiresAt > at))
    .map(({ role, groupId, expiresAt }) => ({ role, groupId, expiresAt }))
}

/** A board that cannot be read is a finding and takes nothing from the others. */
async function boardFacts(documents: Documents, groupId: GroupId): Promise<BoardFacts> {
  try {
    const board = await documents.readBoard(groupId)
    const isActive = ({ state }: { readonly state: string }): boolean => state === 'active'
    return {
      groupId,
      isReadable: true,
      canvases: board.canvases.filter(isActive),
      items: board.items.filter(isActive).length,
      recommendations: board.recommendations.filter(isActive).length,
    }
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    return { groupId, isReadable: false, canvases: [], items: 0, recommendations: 0 }
  }
}

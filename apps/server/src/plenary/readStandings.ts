import type { RecommendationStanding, WorkshopId } from '@tafelrunde/schema/plain'
import type { ServerParts } from '../ServerParts.ts'

/** What is known of recommendations beside their boards: codes and status from submissions, priorities from the plenary. */
export async function readStandings(
  parts: Pick<ServerParts, 'submissions' | 'votes'>,
  workshopId: WorkshopId,
): Promise<readonly RecommendationStanding[]> {
  const [submissions, priorities] = await Promise.all([
    parts.submissions.list(workshopId),
    parts.votes.priorities(workshopId),
  ])
  const standings = new Map<string, RecommendationStanding>()
  for (const { key, code, status } of submissions) standings.set(key, { key, code, status, priority: null })
  for (const { recommendationKey: key, rank } of priorities) {
    standings.set(key, { ...(standings.get(key) ?? { key, code: null, status: 'draft' }), priority: rank })
  }
  return [...standings.values()]
}

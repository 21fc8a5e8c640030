import type { PlanProblemRecord } from '@tafelrunde/protocol'

/** Where in the cockpit a fault of the plan is mended. */
export type MendTarget =
  | { readonly place: 'steps'; readonly stepId: string | null }
  | { readonly place: 'workshop' | 'groups' | 'people' | 'links' }
  | { readonly place: 'board'; readonly groupId: string }

/** Where a problem is mended: most of them in the step that they are about. */
export function mendTarget({ code, stepId, groupId }: PlanProblemRecord): MendTarget {
  switch (code) {
    case 'step.withoutGroups':
    case 'group.withoutTask':
    case 'group.sameName':
    case 'people.tooMany':
      return { place: 'groups' }
    case 'board.unreadable':
    case 'group.withoutCanvas':
      return groupId === null ? { place: 'groups' } : { place: 'board', groupId }
    case 'group.overfull':
    case 'group.empty':
      return { place: 'people' }
    case 'talks.none':
      return { place: 'workshop' }
    case 'team.single':
    case 'link.noWayIn':
    case 'group.noWayIn':
    case 'link.expiresEarly':
    case 'link.noScreen':
      return { place: 'links' }
    default:
      return { place: 'steps', stepId }
  }
}

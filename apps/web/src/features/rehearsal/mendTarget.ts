import type { PlanProblemRecord, RehearsalProblemRecord } from '@tafelrunde/protocol'

/** Where in the cockpit a fault of the plan is mended. */
export type MendTarget =
  | { readonly place: 'steps'; readonly stepId: string | null }
  | { readonly place: 'workshop' | 'groups' | 'people' | 'links' }
  | { readonly place: 'board'; readonly groupId: string }

/**
 * Where a problem is mended: most of them in the step that they are about. Null: by whoever looks after the server, not
 * in the cockpit.
 */
export function mendTarget({ code, stepId, groupId }: PlanProblemRecord | RehearsalProblemRecord): MendTarget | null {
  switch (code) {
    case 'step.withoutGroups':
    case 'group.withoutTask':
    case 'group.sameName':
    case 'people.tooMany':
    case 'winners.refused':
      return { place: 'groups' }
    case 'board.unreadable':
    case 'group.withoutCanvas':
    case 'notes.refused':
    case 'notes.onlyBeside':
    case 'recommendations.refused':
      return groupId === null ? { place: 'groups' } : { place: 'board', groupId }
    case 'group.overfull':
    case 'group.empty':
    case 'people.withoutGroup':
    case 'group.unreached':
      return { place: 'people' }
    case 'talks.none':
      return { place: 'workshop' }
    case 'team.single':
    case 'link.noWayIn':
    case 'group.noWayIn':
    case 'link.expiresEarly':
    case 'link.noScreen':
      return { place: 'links' }
    case 'people.keptOut':
    case 'board.unreachable':
    case 'step.notStarted':
    case 'edits.unsaved':
    case 'text.lost':
    case 'hidden.missing':
    case 'help.unseen':
    case 'ready.unseen':
    case 'plenary.refused':
    case 'end.open':
    case 'export.missing':
      return null
    default:
      return { place: 'steps', stepId }
  }
}

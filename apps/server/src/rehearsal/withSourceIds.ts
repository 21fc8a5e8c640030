import type { GroupId, RehearsalAccount } from '@tafelrunde/schema/plain'

/** The account of a rehearsal with the groups of the workshop in the place of those of its copy. */
export function withSourceIds(account: RehearsalAccount, copies: ReadonlyMap<GroupId, GroupId>): RehearsalAccount {
  const sources = new Map(Array.from(copies, ([source, copy]) => [copy, source]))
  const named = <T extends { readonly groupId: GroupId }>(entry: T): T => ({
    ...entry,
    groupId: sources.get(entry.groupId) ?? entry.groupId,
  })
  const { arrival, steps } = account
  return {
    ...account,
    arrival: { ...arrival, groups: arrival.groups.map(named), boards: arrival.boards.map(named) },
    steps: steps.map((step) => ({
      ...step,
      boards: step.boards.map(named),
      signals: step.signals.map(named),
      vote: step.vote && { ...step.vote, leftOut: step.vote.leftOut.map((id) => sources.get(id) ?? id) },
    })),
  }
}

import type { Group, GroupId, RunState, Step } from '@tafelrunde/schema/plain'
import type { SimulatedModerator } from './SimulatedModerator.ts'
import type { SimulatedPerson } from './SimulatedPerson.ts'

/** Everybody who takes part in a rehearsal. */
export interface Crew {
  readonly moderator: SimulatedModerator
  readonly people: readonly SimulatedPerson[]
  /** Token of the screen's seat. */
  readonly screen: string
}

/** Groups whose boards the step opens for writing. */
export function groupsOf(run: RunState, { where }: Pick<Step, 'where'>): readonly Group[] {
  return run.groups.filter(({ kind }) => where === 'all' || (where === 'common') === (kind === 'common'))
}

/** The people who work on a board: its group, on the common board everybody. */
export function peopleOf(crew: Crew, group: Pick<Group, 'id' | 'kind'>): readonly SimulatedPerson[] {
  return group.kind === 'common' ? crew.people : crew.people.filter(({ groupId }) => groupId === group.id)
}

/** The first who sits in the group; null: nobody does. */
export function someoneOf(crew: Crew, groupId: GroupId, at = 0): SimulatedPerson | null {
  const members = crew.people.filter((person) => person.groupId === groupId)
  return members[at % Math.max(1, members.length)] ?? null
}

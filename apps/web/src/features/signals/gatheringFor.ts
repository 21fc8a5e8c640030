import { isModerating, refuseRead, type Role } from '@tafelrunde/protocol'
import { stepOf, type Gathering, type Group, type GroupId, type RunState } from '@tafelrunde/schema/plain'

/** A seat as far as it decides where it may go. */
export interface GoingSeat {
  readonly role: Role
  readonly groupId: string | null
}

/** A request to come to another place than the one where this person is. */
export interface GatheringAsk {
  readonly gathering: Gathering
  /** The group whose board it is; null: the plenary. */
  readonly group: Group | null
  /** Whether the page goes there by itself; moderators are told and go as they like. */
  readonly isLed: boolean
}

/** A gathering as far as it decides where people go. */
type GatheringGoal = Pick<Gathering, 'groupId' | 'isToOwnGroup'>

/**
 * Where a seat is asked to: a group's board, or with null the plenary. Undefined: nowhere, because everybody goes to
 * their own group and the seat has none.
 */
export function goalOf({ groupId, isToOwnGroup }: GatheringGoal, seat: GoingSeat): GroupId | null | undefined {
  return isToOwnGroup ? ((seat.groupId as GroupId | null) ?? undefined) : groupId
}

/** What a person at a place is asked to do, if anything: nobody is asked to where they may not read. */
export function gatheringFor(run: RunState, seat: GoingSeat, here: GroupId | null): GatheringAsk | null {
  const { gathering } = run
  if (!gathering || seat.role === 'screen' || seat.role === 'public') return null
  const goal = goalOf(gathering, seat)
  if (goal === undefined || goal === here || !mayCome(run, seat, goal)) return null
  const group = run.groups.find(({ id }) => id === goal) ?? null
  return { gathering, group, isLed: !isModerating(seat.role) }
}

/** Whether a seat may read the place now: a group's board, or with null the plenary. The server decides again. */
export function mayCome(run: RunState, seat: GoingSeat, groupId: GroupId | null): boolean {
  if (groupId === null) return mayReadPlenary(run, seat)
  const group = run.groups.find(({ id }) => id === groupId)
  if (!group) return false
  const refusal = refuseRead({
    role: seat.role,
    isMember: group.kind === 'common' || seat.groupId === groupId,
    isInLinkScope: seat.groupId === null || seat.groupId === groupId,
    isOpenToAll: stepOf(run, groupId)?.visibility === 'all',
  })
  return refusal === null
}

/** How many of the seats that are led may come, and of how many. */
export function countComing(
  run: RunState,
  seats: readonly GoingSeat[],
  gathering: GatheringGoal,
): { readonly count: number; readonly all: number } {
  const led = seats.filter(({ role }) => role === 'participant' || role === 'scribe')
  const coming = led.filter((seat) => {
    const goal = goalOf(gathering, seat)
    return goal !== undefined && mayCome(run, seat, goal)
  })
  return { count: coming.length, all: led.length }
}

function mayReadPlenary(run: RunState, { role, groupId }: GoingSeat): boolean {
  if (isModerating(role)) return true
  if (role === 'observer' && groupId === null) return true
  const step =
    groupId === null
      ? run.steps.find(({ id }) => id === run.current?.stepId)
      : stepOf(run, groupId as unknown as GroupId)
  return step?.isPlenaryOpen ?? false
}

import { JoinResponse, type SeatingMode } from '@tafelrunde/protocol'
import type { ArrivalAccount, Group, GroupId, RunState } from '@tafelrunde/schema/plain'
import { refusalOr } from './Api.ts'
import { peopleOf, type Crew } from './Crew.ts'
import type { ExpectedPerson } from './RehearsalOrder.ts'
import type { Scene } from './Scene.ts'
import { SimulatedModerator } from './SimulatedModerator.ts'
import { SimulatedPerson } from './SimulatedPerson.ts'

/**
 * Everybody takes a seat by the workshop's links and opens the page. Whoever finds a group full tries the others, as
 * people do at the door.
 *
 * @throws ApiRefusal where not even the moderator or the screen get in
 */
export async function arrive(scene: Scene): Promise<{ readonly crew: Crew; readonly arrival: ArrivalAccount }> {
  const { order, api } = scene
  scene.tell()
  const moderator = await SimulatedModerator.join(scene)
  const screen = await api.call('POST', '/seats', { schema: JoinResponse, body: { invite: order.invites.screen } })
  const people: SimulatedPerson[] = []
  const waiting: { readonly person: SimulatedPerson; readonly isListed: boolean }[] = []
  let tried = 0
  for (const expected of order.people) {
    if (scene.isStopped) break
    tried += 1
    const person = await takeSeat(scene, expected)
    if (!person) continue
    people.push(person)
    if (person.groupId === null) waiting.push({ person, isListed: expected.isListed })
    scene.count('people')
    await scene.pause(order.stepMs / (2 * order.people.length))
  }
  const crew = { moderator, people, screen: screen.token }
  if (order.run.hasLobby) await moderator.admitAll()
  await seatByHand(
    order,
    crew,
    waiting.filter(({ isListed }) => !isListed).map(({ person }) => person),
  )
  const boards = await openPages(scene, crew)
  scene.tell()
  return {
    crew,
    arrival: {
      ...headcount(order.run, order.people.slice(0, tried), people),
      seats: { tried, done: people.length },
      boards,
    },
  }
}

async function takeSeat(scene: Scene, expected: ExpectedPerson): Promise<SimulatedPerson | null> {
  const { order, api } = scene
  const { name, organisation, groupId, isListed } = expected
  const isChoosing = order.seating === 'free' && !isListed
  for (const group of isChoosing ? choicesOf(order.run, groupId) : [undefined]) {
    const body = { invite: order.invites.participant, name, organisation, ...(group ? { group } : {}) }
    const joined = await refusalOr(api.call('POST', '/seats', { schema: JoinResponse, body }))
    if ('value' in joined) return new SimulatedPerson(scene, joined.value)
    if (joined.refusal !== 'group.full') return null
  }
  return null
}

/** The own group first, then the others; at last none: one can wait on the common board. */
function choicesOf({ groups }: RunState, wish: GroupId | null): readonly (GroupId | undefined)[] {
  const ids = groups.filter(({ kind }) => kind === 'group').map(({ id }) => id)
  return [...ids.filter((id) => id === wish), ...ids.filter((id) => id !== wish), undefined]
}

/** Where the moderators give the groups, they see who is on no list and put them where there are fewest. */
async function seatByHand(
  { seating, run }: { readonly seating: SeatingMode; readonly run: RunState },
  crew: Crew,
  waiting: readonly SimulatedPerson[],
): Promise<void> {
  const groups = run.groups.filter(({ kind }) => kind === 'group')
  if (seating !== 'wait' || groups.length === 0) return
  const sizes = new Map(groups.map((group) => [group.id, peopleOf(crew, group).length]))
  const assignments = waiting.map(({ seatId }) => {
    const [groupId, size] = Array.from(sizes).toSorted(([, a], [, b]) => a - b)[0] as [GroupId, number]
    sizes.set(groupId, size + 1)
    return { seatId, groupId }
  })
  await crew.moderator.assign(assignments)
  await Promise.all(waiting.map((person) => person.askForGroup()))
}

async function openPages(scene: Scene, crew: Crew): Promise<ArrivalAccount['boards']> {
  const { groups } = scene.order.run
  const boardsOf = ({ groupId }: SimulatedPerson): readonly GroupId[] =>
    groups.filter(({ id, kind }) => kind === 'common' || id === groupId).map(({ id }) => id)
  for (const { id } of groups) crew.moderator.eyes.open(`group/${id}`)
  for (const person of crew.people) person.openPage(boardsOf(person))
  const isOpen = (group: Group, person: SimulatedPerson): boolean => person.hasOpened(group.id)
  await scene.waitFor(() =>
    groups.every((group) => peopleOf(crew, group).every((person) => isOpen(group, person) && person.run() !== null)),
  )
  return groups.map((group) => {
    const people = peopleOf(crew, group)
    const done = people.filter((person) => isOpen(group, person)).length
    // A stop is no board that does not open.
    return { groupId: group.id, opened: { tried: scene.isStopped ? done : people.length, done } }
  })
}

function headcount(
  run: RunState,
  expected: readonly ExpectedPerson[],
  people: readonly SimulatedPerson[],
): Pick<ArrivalAccount, 'withoutGroup' | 'groups'> {
  return {
    withoutGroup: people.filter(({ groupId }) => groupId === null).length,
    groups: run.groups
      .filter(({ kind }) => kind === 'group')
      .map(({ id }) => ({
        groupId: id,
        expected: expected.filter(({ groupId }) => groupId === id).length,
        joined: people.filter(({ groupId }) => groupId === id).length,
      })),
  }
}

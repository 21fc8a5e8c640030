import type { BoardAccount, Group, Step, Tries } from '@tafelrunde/schema/plain'
import { choosePlaces, votedFieldsFrom } from './choosePlaces.ts'
import { peopleOf, type Crew } from './Crew.ts'
import type { Scene } from './Scene.ts'
import type { SimulatedPerson } from './SimulatedPerson.ts'
import { noteText, recommendationTitle } from './words.ts'

/** One writes, one adds: as much as shows that a field takes notes. */
const NOTES_PER_PERSON = 2

/** What a board is to be used for. */
interface Work {
  readonly step: Step
  readonly group: Group
}

/** What people did on a board, and how many of their notes are hidden. */
export interface BoardWork {
  readonly account: BoardAccount
  readonly hidden: number
}

/**
 * Everybody on one board does what the step asks for: notes (hidden ones where the step hides them), recommendations,
 * and one person loses the network in the middle of it.
 */
export async function workOnBoard(scene: Scene, crew: Crew, work: Work): Promise<BoardWork> {
  const { step, group } = work
  const people = peopleOf(crew, group)
  const board = crew.moderator.eyes.read(group.id)
  const places = choosePlaces(board, group, votedFieldsFrom(scene.order.run, step, group))
  const asksForNotes = step.writableRoots.includes('items')
  const asksForRecommendations = step.writableRoots.includes('recommendations') && group.kind === 'group'
  let hidden = 0
  const write = async (person: SimulatedPerson, at: number): Promise<boolean> => {
    let done = 0
    for (let note = 0; note < NOTES_PER_PERSON && !scene.isStopped; note += 1) {
      const place = places.at(at + note * people.length)
      const text = noteText(scene.order.run.workshop.language, scene.nextNumber())
      const canvasId = place.canvasId
      const isTaken = step.isHidden
        ? person.writeHidden({ groupId: group.id, canvasId, fieldId: place.fieldId }, text)
        : person.writeNote(group.id, place, text)
      if (isTaken) {
        done += 1
        scene.written.push({ groupId: group.id, text })
        scene.count('notes')
      }
      await scene.pause(pauseOf(scene, people.length))
    }
    if (step.isHidden) hidden += done
    return done > 0
  }
  const notes = await inTurn(scene, asksForNotes ? people : [], write)
  const recommendations = await inTurn(scene, asksForRecommendations ? people : [], (person) =>
    recommend(scene, work, person),
  )
  const lost = asksForNotes && !step.isHidden && notes.done > 0 ? await loseTheNetwork(scene, crew, work) : 0
  const unsaved = await countUnsaved(scene, people, group)
  return {
    hidden,
    account: {
      groupId: group.id,
      notes,
      hasNoField: asksForNotes && places.isFreeOnly,
      recommendations,
      unsaved,
      lost,
    },
  }
}

/** People do something one after the other, a little shifted, as at a table. A stop ends it and counts for nobody. */
async function inTurn(
  scene: Scene,
  people: readonly SimulatedPerson[],
  act: (person: SimulatedPerson, at: number) => Promise<boolean>,
): Promise<Tries> {
  let [tried, done] = [0, 0]
  for (const [at, person] of people.entries()) {
    if (scene.isStopped) break
    const isDone = await act(person, at)
    if (scene.isStopped && !isDone) break
    tried += 1
    if (isDone) done += 1
  }
  return { tried, done }
}

/** All acts of a board together take about half of the step. */
function pauseOf({ order }: Scene, people: number): number {
  return order.stepMs / (2 * Math.max(1, people) * (NOTES_PER_PERSON + 1))
}

async function recommend(scene: Scene, { group }: Work, person: SimulatedPerson): Promise<boolean> {
  const text = recommendationTitle(scene.order.run.workshop.language, scene.nextNumber())
  const isTaken = person.writeRecommendation(group.id, text)
  if (isTaken) {
    scene.written.push({ groupId: group.id, text })
    scene.count('recommendations')
  }
  await scene.pause(pauseOf(scene, scene.order.people.length))
  return isTaken
}

/** Somebody writes on without a network and comes back. How many texts were found nowhere afterwards. */
async function loseTheNetwork(scene: Scene, crew: Crew, work: Work): Promise<number> {
  const people = peopleOf(crew, work.group).filter(({ seatId }) => !scene.away.has(seatId))
  if (people.length === 0 || scene.isStopped) return 0
  const person = scene.random.pick(people)
  scene.away.add(person.seatId)
  const text = await writeWithoutNetwork(scene, crew, { ...work, person })
  scene.away.delete(person.seatId)
  if (text === null) return 0
  const { id } = work.group
  const stands = (): boolean => crew.moderator.eyes.read(id).items.some(({ plainText }) => plainText === text)
  const isFound = await scene.waitFor(() => stands() || person.hasInTray(text))
  if (stands()) scene.written.push({ groupId: id, text })
  scene.count('returns')
  return isFound || scene.isStopped ? 0 : 1
}

/** What the person wrote meanwhile; null if the network was not gone, or nothing could be written. Connected again. */
async function writeWithoutNetwork(
  scene: Scene,
  crew: Crew,
  { step, group, person }: Work & { readonly person: SimulatedPerson },
): Promise<string | null> {
  const { order } = scene
  const places = choosePlaces(crew.moderator.eyes.read(group.id), group, votedFieldsFrom(order.run, step, group))
  const text = noteText(order.run.workshop.language, scene.nextNumber())
  person.participant.goOffline()
  const isGone = await scene.waitFor(() => !person.participant.isConnected)
  const isWritten = isGone && person.writeNote(group.id, places.at(0), text)
  await scene.pause(order.stepMs / 10)
  await person.participant.goOnline()
  return isWritten ? text : null
}

async function countUnsaved(scene: Scene, people: readonly SimulatedPerson[], group: Group): Promise<number> {
  const isClean = await scene.waitFor(() => people.every((person) => person.isSaved(group.id)))
  if (isClean || scene.isStopped) return 0
  return people.filter((person) => !person.isSaved(group.id)).length
}

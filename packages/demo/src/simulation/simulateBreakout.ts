import type { GroupId, RecommendationContent } from '@tafelrunde/schema/plain'
import { SeededRandom, type Participant } from '@tafelrunde/testkit'
import { lookAround, moveNote, proposeRecommendation, rateEvidence, typeIdea, type Idea } from './actions.ts'
import { SimulatedPerson } from './SimulatedPerson.ts'

/** A group at work: who, on which board, and what they will think of, in this order. */
export interface SimulatedGroup {
  readonly groupId: GroupId
  readonly participants: readonly Participant[]
  readonly ideas: readonly Idea[]
  readonly recommendations: readonly RecommendationContent[]
}

/** How a breakout is simulated. `pace` 1 is the speed of people. */
export interface SimulationOptions {
  readonly groups: readonly SimulatedGroup[]
  readonly seed: number
  readonly signal: AbortSignal
  readonly pace?: number
}

/** Milliseconds between two things that a person does. */
const THINK_MS = [20_000, 75_000] as const

/**
 * Let people work on their boards like in a breakout, each on their own through the sync protocol: they type ideas
 * letter by letter, move notes, say how sure they are, write recommendations, and read along. What they think of is
 * used once; after that they go on moving and reading. Runs until `signal` aborts; keeps still while a step, lock or
 * freeze closes the board.
 */
export async function simulateBreakout({ groups, seed, signal, pace = 1 }: SimulationOptions): Promise<void> {
  const people = groups.flatMap((group, groupIndex) => {
    const plan = { ideas: [...group.ideas], recommendations: [...group.recommendations] }
    return group.participants.map((participant, index) => {
      const random = new SeededRandom(seed + groupIndex * 100 + index)
      return work(new SimulatedPerson({ participant, groupId: group.groupId, random, pace, signal }), plan)
    })
  })
  await Promise.all(people)
}

interface Plan {
  readonly ideas: Idea[]
  readonly recommendations: RecommendationContent[]
}

async function work(person: SimulatedPerson, plan: Plan): Promise<void> {
  await person.participant.openBoard(person.groupId)
  person.participant.open(`workshop/${person.participant.workshopId}`)
  await person.pause(0, THINK_MS[1])
  while (!person.isDone) {
    await actOnce(person, plan)
    await person.pause(...THINK_MS)
  }
}

async function actOnce(person: SimulatedPerson, plan: Plan): Promise<void> {
  const dice = person.random.fraction()
  if (dice < 0.55 && person.isOpen('items')) {
    const idea = plan.ideas.shift()
    if (idea) {
      if (!(await typeIdea(person, idea))) plan.ideas.unshift(idea)
      return
    }
  }
  if (dice < 0.65 && person.isOpen('recommendations')) {
    const recommendation = plan.recommendations.shift()
    if (recommendation) {
      if (!(await proposeRecommendation(person, recommendation))) plan.recommendations.unshift(recommendation)
      return
    }
  }
  if (dice < 0.75) await moveNote(person)
  else if (dice < 0.85) await rateEvidence(person)
  else await lookAround(person)
}

import type { Ballot, VoteOption, VoteResponse } from '@tafelrunde/protocol'
import type { SeededRandom } from '@tafelrunde/participant'
import type { GroupId, StepId, VoteAccount, VotePlan } from '@tafelrunde/schema/plain'
import type { Crew } from './Crew.ts'
import type { Scene } from './Scene.ts'

/** The moderator opens the vote of the step, everybody votes, and something is made of the winners. */
export async function holdVote(
  scene: Scene,
  crew: Crew,
  { stepId, plan }: { readonly stepId: StepId; readonly plan: VotePlan },
): Promise<VoteAccount> {
  const opened = await crew.moderator.openVote(stepId)
  if ('refusal' in opened) {
    const nobody = { tried: 0, done: 0 }
    return { refusal: opened.refusal, options: 0, ballots: nobody, leftOut: [], hasTakenWinners: null }
  }
  const { roundId, options } = opened.value
  const voters: { readonly groupId: GroupId | null; readonly options: number; readonly hasVoted: boolean }[] = []
  for (const person of crew.people) {
    const offered = (await person.readVote(roundId))?.options ?? []
    const hasVoted = offered.length > 0 && (await person.vote(roundId, ballotFor(plan, offered, scene.random)))
    voters.push({ groupId: person.groupId, options: offered.length, hasVoted })
    if (hasVoted) scene.count('ballots')
    await scene.pause(scene.order.stepMs / (4 * crew.people.length))
  }
  const closed = await crew.moderator.closeVote(roundId)
  const isOffered = voters.filter((voter) => voter.options > 0)
  return {
    refusal: null,
    options: options.length,
    ballots: {
      tried: (isOffered.length > 0 ? isOffered : voters).length,
      done: voters.filter((voter) => voter.hasVoted).length,
    },
    leftOut: isOffered.length > 0 ? leftOutOf(voters) : [],
    hasTakenWinners: 'value' in closed ? await takeWinners(scene, crew, { plan, vote: closed.value }) : false,
  }
}

function leftOutOf(
  voters: readonly { readonly groupId: GroupId | null; readonly options: number }[],
): readonly GroupId[] {
  const groups = Map.groupBy(voters, ({ groupId }) => groupId)
  return Array.from(groups).flatMap(([groupId, members]) =>
    groupId !== null && members.every(({ options }) => options === 0) ? [groupId] : [],
  )
}

/** As many winners as there are groups become canvases; recommendations become priorities; estimates nothing. */
async function takeWinners(
  { order }: Scene,
  crew: Crew,
  { plan, vote }: { readonly plan: VotePlan; readonly vote: VoteResponse },
): Promise<boolean | null> {
  const groups = order.run.groups.filter(({ kind }) => kind === 'group').length
  const named = (vote.results?.options ?? []).filter(({ votes }) => votes > 0)
  const winners = named.slice(0, Math.max(groups, 1)).map(({ optionId }) => optionId)
  if (plan.kind === 'estimate' || winners.length === 0) return null
  return crew.moderator.takeWinners(vote.roundId, winners)
}

/** A whole ballot as the plan allows it. */
export function ballotFor(
  { kind, votesPerSeat, maxPerOption }: Pick<VotePlan, 'kind' | 'votesPerSeat' | 'maxPerOption'>,
  options: readonly Pick<VoteOption, 'id'>[],
  random: SeededRandom,
): Ballot {
  if (kind === 'estimate') {
    const rate = (most: number): number => random.integer(1, most + 1)
    return {
      estimates: options.map(({ id }) => ({ optionId: id, effort: rate(5), impact: rate(5), confidence: rate(3) })),
    }
  }
  const [budget, most] = kind === 'choice' ? [1, 1] : [votesPerSeat, maxPerOption]
  const allocations: { optionId: string; votes: number }[] = []
  let left = budget
  for (const { id } of random.shuffle(options)) {
    const votes = Math.min(left, random.integer(1, most + 1))
    if (votes === 0) break
    allocations.push({ optionId: id, votes })
    left -= votes
  }
  return { allocations }
}

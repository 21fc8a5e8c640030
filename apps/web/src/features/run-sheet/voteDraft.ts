import type { VoteKind, VotePlan } from '@tafelrunde/schema/plain'

/** How a vote of each kind is usually held; everything else is the moderators' wording. */
const USUAL: Readonly<
  Record<VoteKind, Pick<VotePlan, 'subject' | 'where' | 'votesPerSeat' | 'maxPerOption' | 'isHiddenUntilClosed'>>
> = {
  dots: { subject: 'notes', where: 'common', votesPerSeat: 3, maxPerOption: 3, isHiddenUntilClosed: true },
  points: { subject: 'recommendations', where: 'groups', votesPerSeat: 5, maxPerOption: 2, isHiddenUntilClosed: true },
  choice: { subject: 'options', where: 'common', votesPerSeat: 1, maxPerOption: 1, isHiddenUntilClosed: true },
  estimate: {
    subject: 'recommendations',
    where: 'groups',
    votesPerSeat: 1,
    maxPerOption: 1,
    isHiddenUntilClosed: true,
  },
}

/** The vote that a step begins with when somebody adds one. */
export function newVote(kind: VoteKind): VotePlan {
  return {
    kind,
    question: '',
    fieldId: null,
    options: [],
    isSecret: false,
    mayAbstain: true,
    weight: 'seat',
    ...USUAL[kind],
  }
}

/** Another kind takes its usual numbers and subject; question, options and who counts how much stay. */
export function withKind(vote: VotePlan, kind: VoteKind): VotePlan {
  return { ...vote, ...USUAL[kind], kind, fieldId: null }
}

/** Nobody can put more votes on one option than there are to hand out. */
export function withVotes(vote: VotePlan, votesPerSeat: number): VotePlan {
  const isPiledUp = vote.maxPerOption === vote.votesPerSeat
  return {
    ...vote,
    votesPerSeat,
    maxPerOption: isPiledUp ? votesPerSeat : Math.min(vote.maxPerOption, votesPerSeat),
  }
}

/** What moderators should know before they open it: nothing to choose from is no vote. */
export type VoteProblem = 'question' | 'options'

/** What a vote still lacks. */
export function voteProblems(vote: VotePlan): readonly VoteProblem[] {
  const isBare = vote.subject === 'options' && vote.options.filter((option) => option.trim()).length < 2
  return [...(vote.question.trim() ? [] : (['question'] as const)), ...(isBare ? (['options'] as const) : [])]
}

/** The vote as the server takes it: lines without a word are no options. */
export function toVoteRequest(vote: VotePlan): VotePlan & { options: string[] } {
  const options = vote.options.map((option) => option.trim()).filter(Boolean)
  return { ...vote, question: vote.question.trim(), options: vote.subject === 'options' ? options : [] }
}

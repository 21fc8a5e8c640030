import type { screen as german } from './screen.de.ts'

const atMost = (perOption: number, votes: number): string =>
  perOption >= votes
    ? 'several on the same proposal if you like'
    : perOption === 1
      ? 'one per proposal at most'
      : `${perOption} per proposal at most`

export const screen: typeof german = {
  title: 'Screen',
  loading: 'Starting in a moment …',
  live: 'live',
  offline: ({ time }) => `offline since ${time}`,
  offlineLong: ({ time }) => `No connection since ${time}. The picture stays.`,
  noStepTitle: 'Welcome',
  noStepText: 'We are about to start.',
  page: ({ number, of }) => `${number} / ${of}`,
  pageLong: ({ number, of, title }) => `Page ${number} of ${of}: ${title}`,
  continued: 'continued',
  paused: 'paused',
  keys: 'Arrow keys: turn pages · Space: pause · F: full screen',
  previous: 'Previous page',
  next: 'Next page',
  pause: 'Pause',
  resume: 'Continue',
  fullscreen: 'Full screen',
  closed: 'The plenary is closed right now.',
  frozen: 'Picture frozen',
  targetGroup: 'Our target group',
  targetGroups: 'Our target groups',
  recommendations: 'Recommendations',
  ranking: 'What comes first?',
  unanswered: 'Barriers that nothing answers yet',
  unansweredSummary: ({ count, of }: { count: number; of: number }) => `${count} of ${of} barriers`,
  withoutLead: 'Recommendations that nobody leads',
  commitments: 'What we have agreed on',
  commitmentsSummary: ({ count, open }) =>
    [count === 1 ? '1 commitment' : `${count} commitments`, ...(open > 0 ? [`${open} still open`] : [])].join(' · '),
  until: 'By',
  open: 'open',
  matrix: {
    title: 'Impact and effort',
    summary: ({ count, open }) =>
      [count === 1 ? '1 recommendation' : `${count} recommendations`, ...(open > 0 ? [`${open} not rated`] : [])].join(
        ' · ',
      ),
    now: 'start now',
    plan: 'plan well',
    aside: 'on the side',
    later: 'rather not',
    cell: ({ effort, impact }) => `Impact ${impact} of 5, effort ${effort} of 5`,
  },
  vote: {
    untitled: 'Vote',
    waiting: 'We will vote in a moment',
    open: ({ time }) => `Open since ${time}`,
    closed: ({ time }) => `Closed at ${time}`,
    turnout: ({ voted, eligible }) => `${voted} of ${eligible} have voted`,
    counting: 'The vote is closed. The result comes in a moment.',
    howTitle: 'How to vote',
    how: {
      dots: ({ votes, perOption }) =>
        votes === 1
          ? 'On your device: you give one dot.'
          : `On your device: you give ${votes} dots, ${atMost(perOption, votes)}.`,
      points: ({ votes, perOption }) => `On your device: you share out ${votes} points, ${atMost(perOption, votes)}.`,
      choice: () => 'On your device: you choose exactly one proposal.',
      estimate: () => 'On your device: you estimate effort and impact of every proposal.',
    },
    mayAbstain: 'You may abstain.',
    secret: 'The ballot is secret.',
    mayChange: 'You can change your vote until the vote closes.',
    hidden: 'Nobody sees the result before the end.',
    votes: ({ count }) => (count === 1 ? '1 vote' : `${count} votes`),
    estimate: ({ effort, impact }) => `Impact ${impact ?? '–'} · effort ${effort ?? '–'}`,
    more: ({ count }) => (count === 1 ? 'and one more proposal' : `and ${count} more proposals`),
  },
  nothingHere: 'Nothing written yet',
  nothingYet: 'Nothing has been written yet.',
  part: ({ number, of }) => `Part ${number} of ${of}`,
  groups: 'Groups',
}

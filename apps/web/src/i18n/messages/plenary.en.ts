import type { plenary as german } from './plenary.de.ts'

export const plenary: typeof german = {
  title: 'Plenary',
  loading: 'Opening the plenary …',
  closedTitle: 'The plenary is not open right now',
  closedText: 'As soon as the moderators open it, you see the results of all groups here. There is nothing to do.',
  toBoard: 'To my board',
  toCockpit: 'To the cockpit',
  toScreen: 'Open screen',
  toResults: 'Results',
  similar: ({ count }: { count: number | null }) => (count === null ? 'Similar' : `Similar (${count})`),
  offline: 'No connection. This is the last known state.',
  view: 'View',
  views: {
    fields: 'By field',
    columns: 'By group',
    recommendations: 'Recommendations',
    ranking: 'Ranking',
    matrix: 'Matrix',
    coverage: 'Coverage',
    commitments: 'Commitments',
  },
  field: 'Field',
  fields: 'Fields',
  targetGroup: 'Target group',
  allFields: 'All fields',
  allTargetGroups: 'All target groups',
  targetGroups: 'Target groups',
  freeArea: 'Free area',
  emptyView: 'No group has written anything yet. The first note will appear here.',
  emptyField: 'No group has written anything here yet.',
  emptyRecommendations: 'There are no recommendations yet. They appear here while the groups write.',
  summary: ({ groups, entries, folded }) =>
    [
      groups === 1 ? 'from one group' : `from ${groups} groups`,
      entries === 1 ? '1 note' : `${entries} notes`,
      ...(folded > 0 ? [`${folded} folded`] : []),
    ].join(' · '),
  recommendationsSummary: ({ groups, count }) =>
    `${groups === 1 ? 'from one group' : `from ${groups} groups`} · ${count === 1 ? '1 recommendation' : `${count} recommendations`}`,
  justNow: 'just now',
  timesNamed: ({ count }) => {
    const words = ['', 'once', 'twice', 'three times', 'four times', 'five times', 'six times']
    return `named ${words[count] ?? `${count} times`}`
  },
  showFolded: ({ count }) => (count === 1 ? '1 more wording' : `${count} more wordings`),
  openOriginal: ({ group }) => `Show on the board of ${group}`,
  fold: 'Fold',
  foldHint: 'Choose notes that say the same.',
  foldSelected: ({ count }) => `Fold ${count}`,
  foldCancel: 'Cancel',
  foldPick: ({ text }) => `Choose for folding: ${text}`,
  unfold: 'Unfold',
  folded: 'Folded. All wordings are kept.',
  unfolded: 'Unfolded.',
  failed: ({ problem }) => `That did not work: ${problem}`,
  noSection: {
    cause: 'No cause yet',
    phase: 'No phase yet',
    organisation: 'No organisation yet',
    channel: 'No type yet',
    talk: 'No talk',
    other: 'More',
  },
  evidence: { assumption: 'assumption', plausible: 'plausible', proven: 'proven' },
  harvestKinds: { practice: 'Good practice', question: 'Question' },
  fit: ({ median, spread }) => (spread > 0 ? `fits ${median} of 3, spread ${spread}` : `fits ${median} of 3`),
  inCluster: (p) => `Cluster “${p.head}”`,
  agreement: (p) => (p.count === 1 ? '1 agrees' : `${p.count} agree`),
  clarifiedBy: ({ who }) => `${who} clarifies`,
  until: ({ date }) => `until ${date}`,
  services: 'Online service',
  recommendation: {
    impact: 'Impact',
    effort: 'Effort',
    outOfFive: ({ value }) => `${value} of 5`,
    lead: 'Lead',
    firstStep: 'First step',
    until: 'By when?',
    addressees: 'To',
    untitled: 'No title yet',
  },
  addressees: {
    bund: 'Federal',
    land: 'State',
    kommune: 'Municipality',
    'kammer-verband': 'Chamber, association',
    'service-owner': 'Service owner',
    'cross-ministry': 'Cross-ministry',
  },
  horizons: { now: 'now', short: 'within 6 months', medium: 'within 2 years', long: 'long term' },
  changedSince: 'changed since',
  changedTitle: 'The group has changed its words since',
  acknowledge: 'Noted',
  acknowledged: 'Noted. The words of now count.',
  reword: 'Reword',
  rewordLabel: 'Wording of the plenary',
  rewordSave: 'Use this wording',
  reworded: 'Done. The group’s own words stay on its board.',
  original: 'The group’s words:',
  restoreOriginal: 'Restore the original',
  restored: 'The group’s own words count again.',
  reorder: {
    up: 'Move up',
    down: 'Move down',
    handle: ({ text }: { text: string }) => `Move “${text}”`,
    movedTo: ({ index, count }: { index: number; count: number }) => `Now at place ${index} of ${count}`,
    pickedUp: ({ index, count }: { index: number; count: number }) =>
      `Picked up, place ${index} of ${count}. Arrow keys move, Enter drops, Escape cancels.`,
    cancelled: 'Cancelled, everything is as before.',
  },
  groups: 'Groups',
  columnEmpty: 'nothing yet',
  alsoNamed: 'also by',
  submittedState: 'submitted',
  withdrawnState: 'withdrawn',
  withdraw: 'Withdraw the submission',
  withdrawTitle: ({ code }: { code: string }) => `Withdraw ${code}?`,
  withdrawText: ({ code }: { code: string }) =>
    `The recommendation will be a draft again. The code ${code} stays with it; no other one gets it.`,
  withdrawNote: 'Reason (stays in the history)',
  withdrawn: 'Withdrawn. The group sees it on its board.',
  rank: 'Rank',
  rankingByVote: 'by priority, then by points of the vote, then by impact and effort',
  rankingByValue: 'by priority, then by impact and effort',
  points: ({ points }: { points: string }) => (points === '1' ? '1 point' : `${points} points`),
  noPoints: 'no points',
  notAgreed: 'open',
  estimated: ({ median, spread }: { median: string; spread: string }) => `estimated ${median} · spread ${spread}`,
  priorityOf: ({ priority }: { priority: number }) => `Priority ${priority}`,
  priorityLabel: ({ title }: { title: string }) => `Priority of “${title}”`,
  noPriority: 'No priority',
  matrixTitle: 'Impact and effort',
  matrixSummary: ({ placed, open }: { placed: number; open: number }) =>
    open > 0 ? `${placed} placed · ${open} still open` : `${placed} placed`,
  matrixOpen: 'Not placed yet',
  matrixPoint: ({ number, title, group }: { number: number; title: string; group: string }) =>
    `${number}: ${title}, ${group}.`,
  matrixPickedUp: 'Picked up. Arrow keys move, Enter drops, Escape cancels.',
  spot: ({ effort, impact }: { effort: number; impact: number }) => `Impact ${impact} of 5, effort ${effort} of 5`,
  onlyEstimated: 'estimated only',
  rateLabel: ({ label, title }: { label: string; title: string }) => `${label} of “${title}”`,
  corners: { quick: 'Start now', big: 'Plan well', fill: 'On the side', avoid: 'Rather not' },
  coverageTitle: 'What has an answer, what is missing?',
  gaps: {
    barriers: ({ count }: { count: number }): string =>
      count === 0
        ? 'Every barrier has a recommendation'
        : count === 1
          ? 'barrier without a recommendation'
          : 'barriers without a recommendation',
    multipliers: ({ count }: { count: number }): string =>
      count === 0
        ? 'Every target group has multipliers'
        : count === 1
          ? 'target group without multipliers'
          : 'target groups without multipliers',
    leads: ({ count }: { count: number }): string =>
      count === 0
        ? 'Every recommendation has a lead'
        : count === 1
          ? 'recommendation without a lead'
          : 'recommendations without a lead',
    fields: ({ count }: { count: number }): string =>
      count === 0 ? 'No field is empty' : count === 1 ? 'empty field' : 'empty fields',
  },
  coverageBarriers: 'Barriers and their recommendations',
  noBarriers: 'No group has named a barrier yet.',
  barrier: 'Barrier',
  unanswered: 'no answer yet',
  countBarriers: 'Barriers',
  countMultipliers: 'Multipliers',
  noneYet: 'none yet',
  coverageLeads: 'Recommendations without a lead',
  coverageFields: 'Notes by field and group',
  coverageFieldsNote: 'The deepening does not count.',
  emptyCount: 'empty',
  noCanvas: 'no such canvas',
  commitmentsSummary: ({ complete, count }: { complete: number; count: number }) =>
    `${complete} of ${count} with lead, first step and date`,
  open: 'still open',
  newCount: ({ count }) => (count === 1 ? '1 new note' : `${count} new notes`),
}

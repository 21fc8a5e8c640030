import type { StepTemplate, VoteTemplate } from '../StepTemplate.ts'

type StepRules = Omit<StepTemplate, 'title' | 'instruction' | 'minutes'>

const plainStep = { parts: [], isHidden: false, vote: null, ending: 'open' } as const

/** Everybody listens; nothing is written. */
export const listening: StepRules = {
  writableRoots: [],
  where: 'all',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'instruction',
  ...plainStep,
}

/** Everybody writes notes on the common board. */
export const onTheCommonBoard: StepRules = {
  writableRoots: ['items', 'comments', 'reactions'],
  where: 'common',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'board',
  ...plainStep,
}

/** The groups analyse. First ideas for recommendations may be kept, so that no thought is lost. */
export const analysing: StepRules = {
  writableRoots: ['canvases', 'items', 'recommendations', 'sketch', 'comments', 'reactions'],
  where: 'groups',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'instruction',
  ...plainStep,
  ending: 'soft',
}

/** The groups write recommendations and may complete their notes; canvases and sketch stay as they are. */
export const recommending: StepRules = {
  ...analysing,
  writableRoots: ['items', 'recommendations', 'comments', 'reactions'],
}

/** Everybody looks at what the groups have found, side by side; questions go to the common board. */
export const inThePlenary: StepRules = {
  writableRoots: ['items', 'comments', 'reactions'],
  where: 'common',
  visibility: 'all',
  isPlenaryOpen: true,
  screen: 'columns',
  ...plainStep,
}

/** Dots on the possible target groups of the common board, hidden until the round is closed. */
export const dotsOnTargetGroups: Omit<VoteTemplate, 'question'> = {
  kind: 'dots',
  subject: 'notes',
  where: 'common',
  fieldId: 'ideas',
  votesPerSeat: 3,
  maxPerOption: 3,
  isHiddenUntilClosed: true,
  isSecret: false,
  mayAbstain: true,
  weight: 'seat',
}

/** Points on the recommendations of all groups. */
export const pointsOnRecommendations: Omit<VoteTemplate, 'question'> = {
  ...dotsOnTargetGroups,
  kind: 'points',
  subject: 'recommendations',
  where: 'groups',
  fieldId: null,
  votesPerSeat: 5,
  maxPerOption: 2,
}

/** Everybody's own estimate of effort and impact, seen by nobody before the round is closed. */
export const estimateOfRecommendations: Omit<VoteTemplate, 'question'> = {
  ...pointsOnRecommendations,
  kind: 'estimate',
  votesPerSeat: 1,
  maxPerOption: 1,
}

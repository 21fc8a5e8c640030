import type { StepTemplate } from '../StepTemplate.ts'

type StepRules = Pick<StepTemplate, 'writableRoots' | 'where' | 'visibility' | 'isPlenaryOpen' | 'screen' | 'parts'>

/** Everybody listens; nothing is written. */
export const listening: StepRules = {
  writableRoots: [],
  where: 'all',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'instruction',
  parts: [],
}

/** Everybody writes notes on the common board. */
export const onTheCommonBoard: StepRules = {
  writableRoots: ['items', 'comments', 'reactions'],
  where: 'common',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'board',
  parts: [],
}

/** The groups analyse. First ideas for recommendations may be kept, so that no thought is lost. */
export const analysing: StepRules = {
  writableRoots: ['canvases', 'items', 'recommendations', 'sketch', 'comments', 'reactions'],
  where: 'groups',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'instruction',
  parts: [],
}

/** The groups write recommendations and may complete their notes; canvases and sketch stay as they are. */
export const recommending: StepRules = {
  ...analysing,
  writableRoots: ['items', 'recommendations', 'comments', 'reactions'],
}

/** Everybody looks at the merged view; questions go to the common board. */
export const inThePlenary: StepRules = {
  writableRoots: ['items', 'comments', 'reactions'],
  where: 'common',
  visibility: 'all',
  isPlenaryOpen: true,
  screen: 'fields',
  parts: [],
}

import type { RunState } from './RunState.ts'
import type { Stage } from './Stage.ts'

/** A screen that follows the step. */
export const PLAIN_STAGE: Stage = { layout: null, spotlight: null, frozenAt: null, page: null }

/** Everything of a run state that begins empty when a workshop is created. */
export const NOTHING_YET = {
  current: null,
  groupRuns: {},
  frozen: { all: false, groupIds: [] },
  announcement: null,
  nudges: {},
  signals: {},
  stage: PLAIN_STAGE,
  gathering: null,
  rounds: [],
  reveals: [],
  hasLobby: false,
  closedAt: null,
  closing: null,
  submissionsVersion: 0,
} as const satisfies Partial<RunState>

import {
  newId,
  NOTHING_YET,
  type Group,
  type GroupId,
  type RunState,
  type Step,
  type StepId,
} from '@tafelrunde/schema/plain'

/** A group, the parts that matter given. */
export function aGroup(traits: Partial<Group> = {}): Group {
  return {
    id: newId<GroupId>(),
    kind: 'group',
    letter: 'A',
    colour: 0,
    name: 'Gruppe',
    topic: '',
    maxSeats: null,
    targetGroupId: null,
    isLocked: false,
    lockedCanvasIds: [],
    ...traits,
  }
}

/** A step that opens items on all boards, the parts that matter given. */
export function aStep(traits: Partial<Step> = {}): Step {
  return {
    id: newId<StepId>(),
    title: 'Schritt',
    instruction: '',
    minutes: 10,
    writableRoots: ['items'],
    where: 'all',
    visibility: 'own',
    isPlenaryOpen: false,
    screen: 'board',
    parts: [],
    isHidden: false,
    vote: null,
    ending: 'open',
    ...traits,
  }
}

/** A run state with a common board, two groups and no step, the parts that matter given. */
export function aRunState(traits: Partial<RunState> = {}): RunState {
  return {
    version: 1,
    workshop: {
      id: newId(),
      title: 'Marketing',
      language: 'de',
      startsAt: null,
      endsAt: null,
      timeZone: 'Europe/Berlin',
      organisations: [],
      isExample: false,
      retainedUntil: null,
    },
    groups: [aGroup({ kind: 'common', letter: 'P' }), aGroup(), aGroup({ letter: 'B' })],
    talks: [],
    targetGroups: [],
    steps: [],
    ...NOTHING_YET,
    ...traits,
  }
}

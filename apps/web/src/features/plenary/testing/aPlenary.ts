import {
  NOTHING_YET,
  richTextOf,
  type BoardSnapshot,
  type Canvas,
  type Group,
  type GroupId,
  type Item,
  type ItemId,
  type Recommendation,
  type RecommendationId,
  type RunState,
  type Step,
  type StepId,
} from '@tafelrunde/schema/plain'

/** A group whose letter is its id; the common one has P. */
export function aGroup(id: string, kind: Group['kind'] = 'group'): Group {
  const letter = kind === 'common' ? 'P' : id.toUpperCase()
  return {
    id: id as GroupId,
    kind,
    letter,
    colour: 0,
    name: id,
    topic: '',
    maxSeats: null,
    targetGroupId: null,
    isLocked: false,
    lockedCanvasIds: [],
  }
}

/** A board with one canvas for a target group, notes by field, and recommendations. */
export function aBoard(
  groupId: string,
  texts: Readonly<Record<string, readonly string[]>>,
  recommendations: readonly Partial<Recommendation>[] = [],
): { groupId: GroupId; board: BoardSnapshot } {
  const canvasId = `${groupId}-canvas` as Canvas['id']
  const canvas: Canvas = {
    id: canvasId,
    templateId: 'target-group',
    order: 'a0',
    title: `Zielgruppe ${groupId}`,
    targetGroupId: null,
    kind: null,
    services: [],
    summary: [],
    state: 'active',
  }
  const items = Object.entries(texts).flatMap(([fieldId, lines]) =>
    lines.map((line, index): Item => ({
      id: `${groupId}-${fieldId}-${index}` as ItemId,
      canvasId,
      fieldId,
      order: `a${index}`,
      position: null,
      text: richTextOf(line),
      plainText: line,
      evidence: null,
      sourceUrl: null,
      visibility: 'internal',
      tags: [],
      colour: null,
      state: 'active',
      attributes: {},
      headId: null,
      recommendationIds: [],
      agreedBy: [],
      author: null,
      createdAt: null,
    })),
  )
  return {
    groupId: groupId as GroupId,
    board: {
      version: 1,
      canvases: [canvas],
      items,
      recommendations: recommendations.map((traits, index) => aRecommendation(groupId, index, traits)),
      sketch: [],
      comments: [],
      skipped: 0,
    },
  }
}

function aRecommendation(groupId: string, index: number, traits: Partial<Recommendation>): Recommendation {
  return {
    id: `${groupId}-r${index}` as RecommendationId,
    order: `a${index}`,
    title: `Empfehlung ${index}`,
    description: [],
    rationale: [],
    itemIds: [],
    targetGroupIds: [],
    addressees: [],
    type: null,
    lead: '',
    partners: '',
    firstStep: '',
    until: null,
    horizon: null,
    effort: null,
    impact: null,
    resources: '',
    dependencies: '',
    risks: '',
    indicator: '',
    examples: [],
    visibility: 'internal',
    state: 'active',
    author: null,
    createdAt: null,
    ...traits,
  }
}

/** A step, the parts that matter given. */
export function aStep(id: string, traits: Partial<Step> = {}): Step {
  return {
    id: id as StepId,
    title: id,
    instruction: '',
    minutes: 10,
    writableRoots: [],
    where: 'all',
    visibility: 'own',
    isPlenaryOpen: true,
    screen: 'instruction',
    parts: [],
    isHidden: false,
    vote: null,
    ending: 'open',
    ...traits,
  }
}

/** A run state in whose first step everybody is, the parts that matter given. */
export function aRun(traits: Partial<RunState> = {}): RunState {
  const steps = traits.steps ?? [aStep('one')]
  const current = steps[0] ? { stepId: steps[0].id, startedAt: 0, endsAt: 600_000, isClosed: false, part: null } : null
  return {
    version: 1,
    workshop: {
      id: 'w',
      title: 'Marketing',
      language: 'de',
      startsAt: null,
      endsAt: null,
      timeZone: 'Europe/Berlin',
      organisations: [],
      isExample: false,
      retainedUntil: null,
    },
    groups: [],
    talks: [],
    targetGroups: [],
    ...NOTHING_YET,
    steps,
    current,
    ...traits,
  }
}

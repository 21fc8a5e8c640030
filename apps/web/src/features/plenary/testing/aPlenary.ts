import {
  richTextOf,
  type BoardSnapshot,
  type Canvas,
  type Group,
  type GroupId,
  type ItemId,
  type Recommendation,
  type RecommendationId,
  type RunState,
  type Step,
  type StepId,
} from '@tafelrunde/schema/plain'
import {
  sampleBoard,
  sampleCanvas,
  sampleGroup,
  sampleItem,
  sampleRecommendation,
  sampleRun,
  sampleStep,
} from '@tafelrunde/schema/samples'

/** A group whose letter is its id; the common one has P. */
export function aGroup(id: string, kind: Group['kind'] = 'group'): Group {
  const letter = kind === 'common' ? 'P' : id.toUpperCase()
  return sampleGroup({ id: id as GroupId, kind, letter, name: id })
}

/** A board with one canvas for a target group, notes by field, and recommendations. */
export function aBoard(
  groupId: string,
  texts: Readonly<Record<string, readonly string[]>>,
  recommendations: readonly Partial<Recommendation>[] = [],
): { groupId: GroupId; board: BoardSnapshot } {
  const canvasId = `${groupId}-canvas` as Canvas['id']
  const canvas = sampleCanvas({ id: canvasId, title: `Zielgruppe ${groupId}` })
  const items = Object.entries(texts).flatMap(([fieldId, lines]) =>
    lines.map((line, index) =>
      sampleItem({
        id: `${groupId}-${fieldId}-${index}` as ItemId,
        canvasId,
        fieldId,
        order: `a${index}`,
        text: richTextOf(line),
        plainText: line,
      }),
    ),
  )
  return {
    groupId: groupId as GroupId,
    board: sampleBoard({
      canvases: [canvas],
      items,
      recommendations: recommendations.map((traits, index) =>
        sampleRecommendation({
          id: `${groupId}-r${index}` as RecommendationId,
          order: `a${index}`,
          title: `Empfehlung ${index}`,
          ...traits,
        }),
      ),
    }),
  }
}

/** A step, the parts that matter given. */
export function aStep(id: string, traits: Partial<Step> = {}): Step {
  return sampleStep({ id: id as StepId, title: id, isPlenaryOpen: true, ...traits })
}

/** A run state in whose first step everybody is, the parts that matter given. */
export function aRun(traits: Partial<RunState> = {}): RunState {
  const steps = traits.steps ?? [aStep('one')]
  const current = steps[0] ? { stepId: steps[0].id, startedAt: 0, endsAt: 600_000, isClosed: false, part: null } : null
  return sampleRun({ steps, current, ...traits }, { id: 'w' })
}

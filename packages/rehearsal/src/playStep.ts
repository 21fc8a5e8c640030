import { beginPart, withPartRules, type BoardAccount, type Step, type StepAccount } from '@tafelrunde/schema/plain'
import { callForHelp } from './callForHelp.ts'
import { groupsOf, peopleOf, type Crew } from './Crew.ts'
import { holdVote } from './holdVote.ts'
import { lookAtPlenary } from './lookAtPlenary.ts'
import type { Scene } from './Scene.ts'
import { workOnBoard } from './workOnBoard.ts'

/** What a step is in one of its parts; a step whose parts have no rules of their own is played in one go. */
interface Turn {
  /** Counted from 0; null: the parts make no difference. */
  readonly part: number | null
  readonly step: Step
}

/** What people wrote and what was shown in a turn. */
interface TurnAccount {
  readonly boards: readonly BoardAccount[]
  readonly hidden: StepAccount['hidden']
}

/**
 * One step as on the day, in a few seconds: the moderator starts it and its parts, people do what it asks for and call
 * for help, the vote is held, hidden notes are shown, writing ends, and everybody looks at what is there.
 */
export async function playStep(scene: Scene, crew: Crew, step: Step): Promise<StepAccount> {
  const startedAt = performance.now()
  const { moderator } = crew
  const refusal = await moderator.command({ type: 'step.start', stepId: step.id })
  if (refusal !== null) return neverStarted(step)
  const turns: TurnAccount[] = []
  for (const turn of turnsOf(step)) if (!scene.isStopped) turns.push(await playTurn(scene, crew, turn))
  scene.tell()
  const signals = await callForHelp(scene, crew, step)
  const vote = step.vote && !scene.isStopped ? await holdVote(scene, crew, { stepId: step.id, plan: step.vote }) : null
  if (step.ending === 'soft') await moderator.command({ type: 'step.close' })
  const sight = scene.isStopped ? { isScreenEmpty: false, plenary: null } : await lookAtPlenary(scene, crew, step)
  await scene.pause(scene.order.stepMs - (performance.now() - startedAt))
  const boards = turns.flatMap((turn) => turn.boards)
  return { stepId: step.id, hasStarted: true, boards, hidden: sumOf(turns), vote, signals, ...sight }
}

function turnsOf(step: Step): readonly Turn[] {
  if (step.parts.every(({ rules }) => rules === null)) return [{ part: null, step }]
  return step.parts.map((_, part) => ({ part, step: withPartRules(step, { part: beginPart(step, part, 0) }) }))
}

async function playTurn(scene: Scene, crew: Crew, { part, step }: Turn): Promise<TurnAccount> {
  if (part !== null) await crew.moderator.command({ type: 'part.start', part, expectedStepId: step.id })
  const groups = groupsOf(scene.order.run, step).filter((group) => peopleOf(crew, group).length > 0)
  await scene.waitFor(() =>
    groups.every((group) => peopleOf(crew, group).every((person) => person.isAt({ step, part, groupId: group.id }))),
  )
  const isWriting = step.writableRoots.length > 0
  const work = await Promise.all((isWriting ? groups : []).map((group) => workOnBoard(scene, crew, { step, group })))
  const written = work.reduce((sum, { hidden }) => sum + hidden, 0)
  const hidden = step.isHidden && !scene.isStopped ? { written, shown: await crew.moderator.reveal() } : null
  return { boards: work.map(({ account }) => account), hidden }
}

function sumOf(turns: readonly TurnAccount[]): StepAccount['hidden'] {
  const all = turns.flatMap(({ hidden }) => hidden ?? [])
  if (all.length === 0) return null
  return {
    written: all.reduce((sum, { written }) => sum + written, 0),
    shown: all.reduce((sum, { shown }) => sum + shown, 0),
  }
}

function neverStarted({ id }: Step): StepAccount {
  return {
    stepId: id,
    hasStarted: false,
    boards: [],
    hidden: null,
    vote: null,
    signals: [],
    isScreenEmpty: false,
    plenary: null,
  }
}

import type { Step, StepAccount } from '@tafelrunde/schema/plain'
import { callForHelp } from './callForHelp.ts'
import { groupsOf, peopleOf, type Crew } from './Crew.ts'
import { holdVote } from './holdVote.ts'
import { lookAtPlenary } from './lookAtPlenary.ts'
import type { Scene } from './Scene.ts'
import { workOnBoard } from './workOnBoard.ts'

/**
 * One step as on the day, in a few seconds: the moderator starts it, people do what it asks for and call for help, the
 * vote is held, writing ends, hidden notes are shown, and everybody looks at what is there.
 */
export async function playStep(scene: Scene, crew: Crew, step: Step): Promise<StepAccount> {
  const startedAt = performance.now()
  const { moderator } = crew
  const refusal = await moderator.command({ type: 'step.start', stepId: step.id })
  if (refusal !== null) return neverStarted(step)
  const groups = groupsOf(scene.order.run, step).filter((group) => peopleOf(crew, group).length > 0)
  await scene.waitFor(() =>
    groups.every((group) => peopleOf(crew, group).every((person) => person.isAt(step.id, group.id))),
  )
  const isWriting = step.writableRoots.length > 0
  const work = await Promise.all((isWriting ? groups : []).map((group) => workOnBoard(scene, crew, { step, group })))
  scene.tell()
  const signals = await callForHelp(scene, crew, step)
  const vote = step.vote && !scene.isStopped ? await holdVote(scene, crew, { stepId: step.id, plan: step.vote }) : null
  if (step.ending === 'soft') await moderator.command({ type: 'step.close' })
  const written = work.reduce((sum, { hidden }) => sum + hidden, 0)
  const hidden = step.isHidden && !scene.isStopped ? { written, shown: await moderator.reveal() } : null
  const sight = scene.isStopped ? { isScreenEmpty: false, plenary: null } : await lookAtPlenary(scene, crew, step)
  await scene.pause(scene.order.stepMs - (performance.now() - startedAt))
  const boards = work.map(({ account }) => account)
  return { stepId: step.id, hasStarted: true, boards, hidden, vote, signals, ...sight }
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

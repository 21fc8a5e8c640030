import type { EndAccount, RehearsalAccount, StepAccount } from '@tafelrunde/schema/plain'
import { arrive } from './arrive.ts'
import type { Crew } from './Crew.ts'
import { endWorkshop } from './endWorkshop.ts'
import { playStep } from './playStep.ts'
import type { RehearsalOrder } from './RehearsalOrder.ts'
import { Scene, type RehearseOptions } from './Scene.ts'

/**
 * Go through the whole run sheet with simulated people, by the ways that everybody takes: seats by links, commands by
 * HTTP, boards over the sync protocol. Resolves with what they could do and saw; after a stop with what they saw so far.
 *
 * @throws ApiRefusal where nobody gets in at all, and what the network says when the server is gone
 */
export async function rehearse(order: RehearsalOrder, options: RehearseOptions): Promise<RehearsalAccount> {
  const scene = new Scene(order, options)
  const { crew, arrival } = await arrive(scene)
  try {
    const steps: StepAccount[] = []
    for (const [at, step] of order.run.steps.entries()) {
      if (scene.isStopped) break
      scene.goToStep(step, at + 1)
      steps.push(await playStep(scene, crew, step))
    }
    const end = scene.isStopped ? null : await reachEnd(scene, crew)
    return { waitSeconds: Math.round(order.patienceMs / 1_000), arrival, steps, end }
  } finally {
    for (const person of crew.people) person.leave()
    crew.moderator.leave()
  }
}

async function reachEnd(scene: Scene, crew: Crew): Promise<EndAccount> {
  scene.goToEnd()
  return endWorkshop(scene, crew)
}

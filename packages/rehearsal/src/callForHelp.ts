import type { Group, Step, StepAccount } from '@tafelrunde/schema/plain'
import { groupsOf, someoneOf, type Crew } from './Crew.ts'
import type { Scene } from './Scene.ts'

type Signal = StepAccount['signals'][number]

/** Where groups work for the first time each of them calls for help, and where they do so next each says it is ready. */
export async function callForHelp(scene: Scene, crew: Crew, step: Step): Promise<readonly Signal[]> {
  if (step.writableRoots.length === 0 || scene.isStopped) return []
  const groups = groupsOf(scene.order.run, step).filter(({ kind }) => kind === 'group')
  const signals = groups.flatMap((group) => signalOf(scene, group))
  const given = await Promise.all(
    signals.map(async (signal) => {
      const person = someoneOf(crew, signal.groupId, signal.type === 'help' ? 0 : 1)
      if (!person) return []
      scene.signalled[signal.type].add(signal.groupId)
      scene.count('calls')
      return [{ ...signal, isTaken: await person.signal(signal.groupId, signal.type) }]
    }),
  )
  const taken = given.flat()
  const seen = new Set<string>()
  await scene.waitFor(async () => {
    const { signals: shown } = await crew.moderator.lookAtCockpit()
    for (const { groupId, type } of taken) {
      const at = type === 'help' ? shown[groupId]?.helpAt : shown[groupId]?.readyAt
      if (at !== null && at !== undefined) seen.add(groupId)
    }
    return taken.every(({ groupId }) => seen.has(groupId))
  })
  for (const { groupId, type } of taken) {
    if (type === 'help') await crew.moderator.command({ type: 'help.clear', groupId })
  }
  return taken
    .map(({ groupId, type }) => ({ groupId, type, isSeen: seen.has(groupId) }))
    .filter(({ isSeen }) => isSeen || !scene.isStopped)
}

function signalOf({ signalled }: Scene, { id }: Group): readonly Omit<Signal, 'isSeen'>[] {
  if (!signalled.help.has(id)) return [{ groupId: id, type: 'help' }]
  return signalled.ready.has(id) ? [] : [{ groupId: id, type: 'ready' }]
}

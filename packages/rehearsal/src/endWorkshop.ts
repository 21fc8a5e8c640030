import type { EndAccount, Group } from '@tafelrunde/schema/plain'
import { choosePlaces } from './choosePlaces.ts'
import { peopleOf, type Crew } from './Crew.ts'
import type { Scene } from './Scene.ts'
import { noteText } from './words.ts'

/**
 * The moderator ends the last step, so that nothing but the end of the workshop keeps people from writing, freezes and
 * closes everything; somebody tries to write all the same; the results are read.
 */
export async function endWorkshop(scene: Scene, crew: Crew): Promise<EndAccount> {
  const { moderator } = crew
  await moderator.command({ type: 'step.end' })
  await moderator.command({ type: 'freeze' })
  await moderator.close()
  const stillOpen = await Promise.all(scene.order.run.groups.map((group) => takesEdits(scene, crew, group)))
  const results = await moderator.exportResults()
  // As it stands in JSON, without the quotation marks.
  const missing = scene.written.filter(({ text }) => !results.includes(JSON.stringify(text).slice(1, -1)))
  return {
    openBoards: stillOpen.filter(Boolean).length,
    entries: scene.written.length,
    missingEntries: missing.length,
  }
}

/** Whether the board takes what somebody writes past the interface, which would not let them. */
async function takesEdits(scene: Scene, crew: Crew, group: Group): Promise<boolean> {
  const [person] = peopleOf(crew, group)
  if (!person || scene.isStopped) return false
  const board = crew.moderator.eyes.read(group.id)
  const text = noteText(scene.order.run.workshop.language, scene.nextNumber())
  const refusalsBefore = person.refusalsOf(group.id)
  person.writePast(group.id, choosePlaces(board, group, []).at(0), text)
  const stands = (): boolean => crew.moderator.eyes.read(group.id).items.some(({ plainText }) => plainText === text)
  await scene.waitFor(() => stands() || person.refusalsOf(group.id) > refusalsBefore)
  return stands()
}

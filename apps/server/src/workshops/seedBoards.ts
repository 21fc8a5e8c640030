import { documentName } from '@tafelrunde/protocol'
import { seedBoard } from '@tafelrunde/schema'
import { LIMITS, type Group, type RunState } from '@tafelrunde/schema/plain'
import type { Documents } from '../seams.ts'

/**
 * Give the board of a new group its first canvas: a target-group canvas for a breakout group; for the common board the
 * harvest canvas when there are talks to harvest, else a blank one.
 */
export async function seedGroupBoard(documents: Documents, run: RunState, group: Group): Promise<void> {
  const canvas = group.kind === 'common' ? commonCanvas(run, group) : targetGroupCanvas(run, group)
  await documents.begin(documentName('group', group.id), (ydoc) => seedBoard(ydoc, { canvases: [canvas] }))
}

function commonCanvas(run: RunState, group: Group) {
  if (run.talks.length === 0) return { templateId: 'blank', title: group.name, targetGroupId: null }
  const title = run.workshop.language === 'de' ? 'Ernte aus den Impulsen' : 'Harvest of the talks'
  return { templateId: 'harvest', title, targetGroupId: null }
}

function targetGroupCanvas(run: RunState, group: Group) {
  const targetGroup = run.targetGroups.find(({ id }) => id === group.targetGroupId)
  const topic = group.topic.length <= LIMITS.titleCharacters && !group.topic.includes('\n') ? group.topic : ''
  return { templateId: 'target-group', title: targetGroup?.title ?? topic, targetGroupId: targetGroup?.id ?? null }
}

import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import { addItem, templateOf, readBoard, openBoard, readingOrder } from '@tafelrunde/schema'
import type { GroupId, ItemId } from '@tafelrunde/schema/plain'
import { inviteOf, Participant, until } from '@tafelrunde/testkit'

/** One person who writes in a group, and the notes of the group's board. */
export interface Writer {
  readonly person: Participant
  readonly groupId: GroupId
  readonly itemIds: readonly ItemId[]
}

/** Give each group a writer, who fills the fields of its canvas with notes. */
export async function fillWorkshop(
  url: string,
  workshop: CreateWorkshopResponse,
  notesPerGroup: number,
): Promise<readonly Writer[]> {
  const writers: Writer[] = []
  for (const [at, group] of workshop.groups.entries()) {
    const person = await Participant.join({ url, invite: inviteOf(group.link), name: `Person ${at + 1}` })
    const groupId = group.id as GroupId
    const board = await person.openBoard(groupId)
    await until(() => board.mayWrite, { what: 'writing to be open' })
    const canvas = readBoard(openBoard(board.ydoc)).canvases[0]
    if (!canvas) throw new Error('the board has no canvas')
    const fields = readingOrder(templateOf(canvas.templateId)).filter(({ type }) => type === 'items')
    const itemIds: ItemId[] = []
    for (let note = 0; note < notesPerGroup; note += 1) {
      const fieldId = fields[note % fields.length]?.id ?? 'free'
      const text = `Gruppe ${at + 1}, Gedanke ${note + 1}: Wer den Dienst kennt, nutzt ihn auch ein zweites Mal`
      const id = person.edit(groupId, (content) => addItem(content, { text, place: { canvasId: canvas.id, fieldId } }))
      if (id) itemIds.push(id.result)
      if (note % 10 === 9) await until(() => person.isSaved, { what: 'the notes to be saved' })
    }
    writers.push({ person, groupId, itemIds })
  }
  return writers
}

import { newId, type ItemAttributes, type ItemContent, type ItemId, type TalkId } from '@tafelrunde/schema/plain'
import type { DemoEntry, DemoFreeNote, DemoNote } from './DemoContent.ts'

/** What a note knows about itself, in the form of an item; `talkIds` in the order of the talks. */
export function attributesOf(note: DemoNote, talkIds: readonly TalkId[]): ItemAttributes {
  const talkId = note.talk === undefined ? undefined : talkIds[note.talk]
  return {
    ...(note.cause ? { cause: note.cause } : {}),
    ...(note.phase ? { phase: note.phase } : {}),
    ...(note.channelType ? { channelType: note.channelType } : {}),
    ...(note.fit ? { fit: note.fit } : {}),
    ...(note.organisation ? { organisation: note.organisation } : {}),
    ...(note.level ? { level: note.level } : {}),
    ...(note.clarifiedBy ? { clarifiedBy: note.clarifiedBy } : {}),
    ...(note.until ? { until: note.until } : {}),
    ...(note.scale ? { scale: note.scale } : {}),
    ...(talkId ? { talkId } : {}),
    ...(note.harvestKind ? { harvestKind: note.harvestKind } : {}),
  }
}

/** A note as an item with an id, in a field. */
export function noteContent(
  entry: DemoEntry,
  fieldId: string,
  talkIds: readonly TalkId[] = [],
): ItemContent & { readonly id: ItemId } {
  const note: DemoNote = typeof entry === 'string' ? { text: entry } : entry
  return {
    id: newId<ItemId>(),
    fieldId,
    text: note.text,
    attributes: attributesOf(note, talkIds),
    ...(note.evidence ? { evidence: note.evidence } : {}),
    ...(note.tags ? { tags: note.tags } : {}),
    ...(note.sourceUrl ? { sourceUrl: note.sourceUrl } : {}),
    ...(note.colour ? { colour: note.colour } : {}),
  }
}

/** A note of the free area, at its place there. */
export function freeNoteContent(note: DemoFreeNote): ItemContent & { readonly id: ItemId } {
  return { ...noteContent(note, 'free'), position: { x: note.x, y: note.y } }
}

import type { BoardContent, TalkId } from '@tafelrunde/schema/plain'

/** A talk of the content or of a workshop; both lists are in the same order. */
interface TalkReference {
  readonly id: TalkId
}

/** A board's content with the ids that the server has given to the talks. */
export function withTalkIds(
  content: BoardContent,
  planned: readonly TalkReference[],
  made: readonly TalkReference[],
): BoardContent {
  const idOf = new Map(planned.map((talk, index) => [talk.id, made[index]?.id]))
  return {
    ...content,
    canvases: content.canvases.map((canvas) => ({
      ...canvas,
      items: (canvas.items ?? []).map((item) => {
        const talkId = item.attributes?.talkId && idOf.get(item.attributes.talkId)
        return talkId ? { ...item, attributes: { ...item.attributes, talkId } } : item
      }),
    })),
  }
}

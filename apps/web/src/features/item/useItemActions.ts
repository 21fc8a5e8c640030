import {
  addItem,
  binItem,
  clusterItem,
  deriveRecommendation,
  moveItem,
  parkItem,
  recolourItem,
  restoreItem,
  setItemEvidence,
  toggleReaction,
  unclusterItem,
  type Evidence,
  type Item,
  type ItemId,
  type ItemPlace,
  type NoteColour,
} from '@tafelrunde/schema'
import { useMemo } from 'react'
import { combineApplied } from '../../board/combineApplied.ts'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { copyText } from '../../ui/copyText.ts'

/** What one can do with notes, the same in every view; each is one step of undo. */
export interface ItemActions {
  readonly bin: (ids: readonly ItemId[]) => void
  readonly park: (ids: readonly ItemId[]) => void
  readonly restore: (ids: readonly ItemId[]) => void
  readonly duplicate: (ids: readonly ItemId[]) => void
  readonly recolour: (ids: readonly ItemId[], colour: NoteColour | null) => void
  readonly setEvidence: (ids: readonly ItemId[], evidence: Evidence | null) => void
  /** Move all of them, in their present order, to one place. */
  readonly move: (ids: readonly ItemId[], place: ItemPlace) => boolean
  /** Put notes under another one. */
  readonly cluster: (ids: readonly ItemId[], headId: ItemId) => void
  readonly uncluster: (ids: readonly ItemId[]) => void
  readonly derive: (id: ItemId) => void
  /** Agree with a note, or no longer. */
  readonly agree: (id: ItemId) => void
  readonly copy: (ids: readonly ItemId[]) => void
}

export function useItemActions(): ItemActions {
  const t = useText().board
  const desk = useDesk()
  return useMemo((): ItemActions => {
    const itemsOf = (ids: readonly ItemId[]): readonly Item[] =>
      desk.snapshot().items.filter((item) => ids.includes(item.id))
    return {
      bin(ids) {
        const label = t.didBin({ count: ids.length })
        const done = desk.edit(label, (board) => combineApplied(ids.map((id) => binItem(board, id))))
        if (!done) return
        desk.selection.clear()
        desk.say(label)
      },
      park(ids) {
        const done = desk.edit(t.didPark, (board) => combineApplied(ids.map((id) => parkItem(board, id))))
        if (done) desk.say(t.didPark)
      },
      restore(ids) {
        const done = desk.edit(t.didRestore, (board) => combineApplied(ids.map((id) => restoreItem(board, id))))
        if (done) desk.say(t.didRestore)
      },
      duplicate(ids) {
        const copies = desk.edit(t.didDuplicate, (board) =>
          combineApplied(itemsOf(ids).map((item) => addItem(board, copyOf(item, desk.seat.id)))),
        )
        if (!copies) return
        desk.selection.choose(copies)
        desk.say(t.didDuplicate)
      },
      recolour(ids, colour) {
        desk.edit(t.didColour, (board) => recolourItem(board, ids, colour))
      },
      setEvidence(ids, evidence) {
        desk.edit(t.didAttributes, (board) => combineApplied(ids.map((id) => setItemEvidence(board, id, evidence))))
      },
      move(ids, place) {
        let at = place
        return (
          desk.edit(t.didMove, (board) =>
            combineApplied(
              ids.map((id) => {
                const moved = moveItem(board, id, at)
                const { canvasId, fieldId, position } = at
                at = { canvasId, fieldId, after: id, position: position ? { x: position.x, y: position.y + 48 } : null }
                return moved
              }),
            ),
          ) !== null
        )
      },
      cluster(ids, headId) {
        const heads = desk.edit(t.didCluster, (board) =>
          combineApplied(ids.filter((id) => id !== headId).map((id) => clusterItem(board, id, headId))),
        )
        const head = desk.snapshot().items.find((item) => item.id === heads?.[0])
        if (head) desk.say(t.didClusterUnder({ head: head.plainText.slice(0, 60) }))
      },
      uncluster(ids) {
        const done = desk.edit(t.didUncluster, (board) => combineApplied(ids.map((id) => unclusterItem(board, id))))
        if (done) desk.say(t.didUncluster)
      },
      derive(id) {
        const derived = desk.edit(t.didDerive, (board) => deriveRecommendation(board, id, '', desk.seat.id))
        if (!derived) return
        desk.say(t.didDerive)
        desk.openDialog({ kind: 'recommendation', id: derived })
      },
      agree(id) {
        const isAgreed = desk.edit(t.didAgree, (board) => toggleReaction(board, id, desk.seat.id))
        if (isAgreed !== null) desk.say(isAgreed ? t.didAgree : t.didNotAgree)
      },
      copy(ids) {
        const text = itemsOf(ids)
          .map((item) => item.plainText)
          .join('\n')
        void copyText(text)
        desk.say(t.copied)
      },
    }
  }, [desk, t])
}

function copyOf(item: Item, author: Parameters<typeof addItem>[1]['author'] & string) {
  const { canvasId, fieldId, position } = item
  return {
    place: {
      canvasId,
      fieldId,
      after: item.id,
      position: position && (canvasId === null ? { x: position.x + 24, y: position.y + 24 } : nudged(position)),
    },
    text: item.text,
    attributes: item.attributes,
    tags: item.tags,
    visibility: item.visibility,
    author,
    ...(item.evidence && { evidence: item.evidence }),
    ...(item.sourceUrl && { sourceUrl: item.sourceUrl }),
    ...(item.colour && { colour: item.colour }),
  }
}

function nudged({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.min(1, x + 0.08), y: Math.min(1, y + 0.08) }
}

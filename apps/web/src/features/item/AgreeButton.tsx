import type { Item } from '@tafelrunde/schema'
import { ThumbsUp } from 'lucide-react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useItemActions } from './useItemActions.ts'

export interface AgreeButtonProps {
  readonly item: Item
  /** A question: agreeing says „I ask that, too“. */
  readonly isQuestion: boolean
  /** Whether the tab key reaches it, as it does its note. */
  readonly isTabStop: boolean
}

/**
 * How many agree with a note, and the switch to be one of them. Without anybody it shows only where agreeing is what
 * one does now: with questions, and while notes are not written; otherwise the commands of the note have it.
 */
export function AgreeButton({ item, isQuestion, isTabStop }: AgreeButtonProps) {
  const t = useText().board
  const desk = useDesk()
  const actions = useItemActions()
  const count = item.agreedBy.length
  const mayAgree = desk.rights.closed.reactions === null
  if (count === 0 && !(mayAgree && (isQuestion || desk.rights.closed.items !== null))) return null
  const label = `${isQuestion ? t.agreeQuestion : t.agree}${count > 0 ? ` (${count})` : ''}: ${item.plainText.slice(0, 40)}`
  const inside = (
    <>
      <Icon of={ThumbsUp} size={13} />
      {count > 0 && <span aria-hidden>{count}</span>}
    </>
  )
  if (!mayAgree) {
    return (
      <span className="note-agree">
        {inside}
        <span className="visually-hidden">{t.agreeCount({ count })}</span>
      </span>
    )
  }
  return (
    <button
      type="button"
      className="note-agree"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      aria-pressed={item.agreedBy.includes(desk.seat.id)}
      title={isQuestion ? t.agreeQuestion : t.agree}
      onClick={() => actions.agree(item.id)}
    >
      {inside}
    </button>
  )
}

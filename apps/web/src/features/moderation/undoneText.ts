import type { UndoSeatResponse } from '@tafelrunde/protocol'
import type { ModerationMessages } from '../../i18n/messages.ts'

/** What an undo has done, as one sentence; '' when it has done nothing. */
export function undoneText(
  t: ModerationMessages['moderation']['undo'],
  { boards }: Pick<UndoSeatResponse, 'boards'>,
): string {
  const sum = (key: 'removed' | 'restored' | 'changed'): number => boards.reduce((all, board) => all + board[key], 0)
  const parts = (['removed', 'restored', 'changed'] as const).flatMap((key) => {
    const count = sum(key)
    return count > 0 ? [t[key]({ count })] : []
  })
  return parts.length === 0 ? '' : `${parts.join(', ')}.`
}

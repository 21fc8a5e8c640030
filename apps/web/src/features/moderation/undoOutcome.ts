import type { UndoSeatResponse } from '@tafelrunde/protocol'
import type { ModerationMessages } from '../../i18n/messages.ts'
import { undoneText } from './undoneText.ts'

/** What a moderator is told after an act. */
export interface UndoOutcome {
  readonly title: string
  readonly sentences: readonly string[]
}

type Words = ModerationMessages['moderation']['undo']
type Answer = Pick<UndoSeatResponse, 'boards' | 'refused'>

/** What taking back has done; a board that stayed as it was is never passed over. */
export function undoOutcome(words: Words, name: string, { boards, refused }: Answer): UndoOutcome {
  const done = undoneText(words, { boards })
  const parts = [...(done ? [done] : []), ...(refused.length > 0 ? [words.refused({ count: refused.length })] : [])]
  if (boards.length > 0) return { title: words.doneTitle, sentences: parts }
  if (refused.length > 0) return { title: words.notDoneTitle, sentences: parts }
  return { title: words.nothingTitle, sentences: [words.nothing({ name })] }
}

/** The same of an undo that was reverted. */
export function revertOutcome(words: Words, { boards, refused }: Answer): UndoOutcome {
  if (refused.length === 0) return { title: words.revertedTitle, sentences: [words.reverted] }
  const title = boards.length > 0 ? words.revertedTitle : words.notRevertedTitle
  return { title, sentences: [words.refused({ count: refused.length })] }
}

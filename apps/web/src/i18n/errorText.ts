import { isErrorCode, type ErrorCode } from '@tafelrunde/protocol'
import type { Messages } from './messages.ts'

/**
 * The sentence for a person that belongs to an error code, or to `network`: no answer at all. Unknown codes of newer
 * servers read as a general error.
 */
export function errorText(t: Messages, code: string): string {
  if (code === 'network') return t.join.bad.offline.title
  if (!isErrorCode(code)) return t.errors.internal
  // The sentences of the work come with the texts of the board, which a quiet place does not load.
  const sentences: Partial<Record<ErrorCode, string>> = { ...t.errors, ...t.workErrors }
  return sentences[code] ?? t.errors.internal
}

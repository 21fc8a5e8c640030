import { isErrorCode } from '@tafelrunde/protocol'
import type { Messages } from './messages.ts'

/**
 * The sentence for a person that belongs to an error code, or to `network`: no answer at all. Unknown codes of newer
 * servers read as a general error.
 */
export function errorText(t: Messages, code: string): string {
  if (code === 'network') return t.join.bad.offline.title
  return t.errors[isErrorCode(code) ? code : 'internal']
}

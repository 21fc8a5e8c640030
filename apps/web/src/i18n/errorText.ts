import { isErrorCode } from '@tafelrunde/protocol'
import type { Messages } from './messages.ts'

/** The sentence for a person that belongs to an error code; unknown codes of newer servers read as a general error. */
export function errorText(t: Messages, code: string): string {
  return t.errors[isErrorCode(code) ? code : 'internal']
}

import { useMessages } from './language.ts'
import type { Messages } from './messages.ts'

/**
 * The texts of the current language: `const t = useText()`, then `t.join.title` or, with parameters,
 * `t.join.peopleHere({ count: 4 })`. Components render again when the language changes.
 */
export function useText(): Messages {
  return useMessages()
}

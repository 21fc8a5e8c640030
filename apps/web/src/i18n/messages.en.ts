import type { BaseMessages } from './messages.ts'
import { errors } from './messages/errors.en.ts'
import { join } from './messages/join.en.ts'
import { legal } from './messages/legal.en.ts'
import { places } from './messages/places.en.ts'
import { ui } from './messages/ui.en.ts'

/** English texts of the quiet places; a missing one fails the typecheck. */
export const messages: BaseMessages = {
  ui,
  errors,
  places,
  join,
  legal,
}

import { errors } from './messages/errors.de.ts'
import { join } from './messages/join.de.ts'
import { legal } from './messages/legal.de.ts'
import { places } from './messages/places.de.ts'
import { ui } from './messages/ui.de.ts'

/** German texts of the quiet places and of what is everywhere; the board's are in messages.board.de.ts, the others' in messages.stage.de.ts. */
export const messages = { ui, errors, places, join, legal }

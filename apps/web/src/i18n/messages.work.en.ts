import type { WorkMessages } from './messages.ts'
import { board } from './messages/board.en.ts'
import { cockpit } from './messages/cockpit.en.ts'
import { connection } from './messages/connection.en.ts'
import { create } from './messages/create.en.ts'
import { links } from './messages/links.en.ts'
import { people } from './messages/people.en.ts'
import { plenary } from './messages/plenary.en.ts'
import { recommendations } from './messages/recommendations.en.ts'
import { results } from './messages/results.en.ts'
import { runSheet } from './messages/runSheet.en.ts'
import { screen } from './messages/screen.en.ts'

/** English texts of the working places; a new feature adds its import and its name here and in the other language's file. */
export const workMessages: WorkMessages = {
  board,
  connection,
  people,
  recommendations,
  cockpit,
  create,
  links,
  plenary,
  results,
  runSheet,
  screen,
}

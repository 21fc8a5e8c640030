import { board } from './messages/board.de.ts'
import { cockpit } from './messages/cockpit.de.ts'
import { connection } from './messages/connection.de.ts'
import { create } from './messages/create.de.ts'
import { links } from './messages/links.de.ts'
import { people } from './messages/people.de.ts'
import { plenary } from './messages/plenary.de.ts'
import { recommendations } from './messages/recommendations.de.ts'
import { results } from './messages/results.de.ts'
import { runSheet } from './messages/runSheet.de.ts'
import { screen } from './messages/screen.de.ts'

/** German texts of the working places; a new feature adds its import and its name here and in the other language's file. */
export const workMessages = {
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

import { board } from './messages/board.de.ts'
import { connection } from './messages/connection.de.ts'
import { people } from './messages/people.de.ts'
import { recommendations } from './messages/recommendations.de.ts'
import { workErrors } from './messages/workErrors.de.ts'

/** German texts of the board and of what every working place shows. A new feature adds its import and name here, in both languages. */
export const boardMessages = { board, connection, people, recommendations, workErrors }

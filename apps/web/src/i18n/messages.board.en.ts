import type { BoardMessages } from './messages.ts'
import { board } from './messages/board.en.ts'
import { connection } from './messages/connection.en.ts'
import { people } from './messages/people.en.ts'
import { recommendations } from './messages/recommendations.en.ts'
import { workErrors } from './messages/workErrors.en.ts'

/** English texts of the board and of what every working place shows. A new feature adds its import and name here, in both languages. */
export const boardMessages: BoardMessages = { board, connection, people, recommendations, workErrors }

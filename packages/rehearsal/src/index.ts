export { personName } from './words.ts'
export type {
  ExpectedPerson,
  RehearsalCommand,
  RehearsalOrder,
  RehearsalProgress,
  RehearsalReport,
} from './RehearsalOrder.ts'

/** The program that plays the people; the server starts it as a process of its own and speaks to it by messages. */
export const REHEARSAL_PROCESS = new URL('./rehearse.process.ts', import.meta.url)

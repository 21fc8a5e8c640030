import { checkTables } from './checks.sql.ts'
import { journalDamageTables, journalTables } from './journal.sql.ts'
import { stepNoteTables } from './stepNotes.sql.ts'
import { rehearsalTables } from './rehearsals.sql.ts'
import { seatingTables } from './seating.sql.ts'
import { storageTables } from './storage.sql.ts'
import { submissionTables } from './submissions.sql.ts'
import type { TableScript } from './TableScript.ts'
import { ticketTables } from './tickets.sql.ts'
import { voteTables } from './votes.sql.ts'
import { workshopTables } from './workshops.sql.ts'

/**
 * Every script that brings an empty data folder to the current layout, in order. A script that has been released is
 * never edited or removed: append the next one. A database that has applied a script which is not in this list was
 * written by a newer version and is refused.
 */
export const TABLE_SCRIPTS: readonly TableScript[] = [
  journalTables,
  workshopTables,
  journalDamageTables,
  ticketTables,
  checkTables,
  storageTables,
  stepNoteTables,
  seatingTables,
  voteTables,
  submissionTables,
  rehearsalTables,
]

import type { Rehearsed } from './RehearsalAccount.ts'
import { rehearsalProblem, type RehearsalProblem } from './RehearsalProblem.ts'

/** What was wrong after the workshop had been closed. */
export function endProblems({ account: { end } }: Rehearsed): readonly RehearsalProblem[] {
  if (!end) return []
  const { openBoards, entries, missingEntries } = end
  return [
    ...(openBoards > 0 ? [rehearsalProblem('end.open', { figures: { boards: openBoards } })] : []),
    ...(missingEntries > 0
      ? [rehearsalProblem('export.missing', { figures: { missing: missingEntries, of: entries } })]
      : []),
  ]
}

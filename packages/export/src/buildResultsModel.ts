import { buildResultsGroup } from './buildResultsGroup.ts'
import { readableLine } from './readableText.ts'
import { resultsContext } from './ResultsContext.ts'
import type { ResultsInput, ResultsModel } from './ResultsModel.ts'

/**
 * Put a workshop into the one reading order of every export: groups as the run state lists them; in each the canvases,
 * their fields (head, rows, foot, deepening), the entries in order; free area, recommendations, what was parked.
 *
 * Only what is active or parked and stands on a canvas that is still there appears. Groups without a board among
 * `boards` (the reader may not see them) are left out. Pure: no clock, no network.
 */
export function buildResultsModel(input: ResultsInput): ResultsModel {
  const { run, language, generatedAt } = input
  const context = resultsContext(input)
  const boardOf = new Map(input.boards.map((entry) => [entry.groupId, entry.board]))
  return {
    language,
    generatedAt,
    workshop: {
      id: run.workshop.id,
      title: readableLine(run.workshop.title),
      startsAt: run.workshop.startsAt,
      endsAt: run.workshop.endsAt,
      timeZone: run.workshop.timeZone,
      organisations: run.workshop.organisations.map(readableLine),
      isExample: run.workshop.isExample,
    },
    targetGroups: run.targetGroups.map((target) => readableLine(target.title)),
    talks: run.talks.map((talk) => ({
      organisation: readableLine(talk.organisation),
      title: readableLine(talk.title),
    })),
    groups: run.groups.flatMap((group) => {
      const board = boardOf.get(group.id)
      return board ? [buildResultsGroup(group, board, context)] : []
    }),
  }
}

import type { Parser } from '../../../api/callApi.ts'
import { list, number, record, text, type Json } from '../../../api/shape.ts'

/** What one option got. `weight` is the length of its bar; medians are null where nobody said anything. */
export interface OptionOnScreen {
  readonly id: string
  readonly label: string
  readonly rank: number
  readonly votes: number
  readonly weight: number
  readonly effort: number | null
  readonly impact: number | null
}

/** What a screen may know of a round; each half is null while it is not to be seen. */
export interface VoteOutcome {
  readonly results: readonly OptionOnScreen[] | null
  readonly turnout: { readonly voted: number; readonly eligible: number } | null
}

/** `GET /api/v1/workshops/:id/votes/:roundId`, as far as a screen needs it: best first. */
export const voteOutcome: Parser<VoteOutcome> = {
  parse(value) {
    const answer = record(value)
    const labels = new Map(
      list(answer['options']).map((entry) => {
        const option = record(entry)
        return [text(option['id']), text(option['label'])] as const
      }),
    )
    return {
      results: answer['results'] === null ? null : optionsOf(record(answer['results']), labels),
      turnout: answer['turnout'] === null ? null : turnoutOf(record(answer['turnout'])),
    }
  },
}

function optionsOf(results: Json, labels: ReadonlyMap<string, string>): readonly OptionOnScreen[] {
  return list(results['options']).map((entry) => {
    const option = record(entry)
    const id = text(option['optionId'])
    return {
      id,
      label: labels.get(id) ?? '',
      rank: number(option['rank']),
      votes: number(option['votes']),
      weight: number(option['weight']),
      effort: medianOf(option['effort']),
      impact: medianOf(option['impact']),
    }
  })
}

function turnoutOf(turnout: Json): { readonly voted: number; readonly eligible: number } {
  return { voted: number(turnout['voted']), eligible: number(turnout['eligible']) }
}

function medianOf(summary: unknown): number | null {
  const median = summary === null || summary === undefined ? null : record(summary)['median']
  return typeof median === 'number' ? median : null
}

import { AppError } from '@tafelrunde/protocol'
import { buildResultsModel, toCsv, toHtml, toJson, toMarkdown, type ResultsModel } from '@tafelrunde/export'
import { projectPlenary, type RunState } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { readDecisions } from '../plenary/readDecisions.ts'
import { readStandings } from '../plenary/readStandings.ts'
import { mayReadBoard } from './mayReadBoard.ts'

/** Formats that this version writes. */
export type ResultsFormat = 'html' | 'md' | 'csv' | 'json'

/** One file with its type and name. */
export interface ResultsFile {
  readonly contentType: string
  readonly fileName: string
  readonly body: string
}

const WRITERS: Readonly<Record<ResultsFormat, { contentType: string; write: (model: ResultsModel) => string }>> = {
  html: { contentType: 'text/html; charset=utf-8', write: toHtml },
  md: { contentType: 'text/markdown; charset=utf-8', write: toMarkdown },
  csv: { contentType: 'text/csv; charset=utf-8', write: toCsv },
  json: { contentType: 'application/json; charset=utf-8', write: toJson },
}

/** Formats of the contract that a later version will write. */
const LATER_FORMATS: readonly string[] = ['pdf', 'docx', 'odt', 'pptx', 'xlsx', 'zip']

/**
 * The results of the seat's workshop as one file: exactly the boards that the seat may read now.
 *
 * @throws AppError `request.notFound` for a format that this version does not write
 */
export async function readResults(
  parts: Pick<ServerParts, 'runStates' | 'documents' | 'submissions' | 'votes' | 'now'>,
  seat: Seat,
  wish: { readonly format: string; readonly language: 'de' | 'en' | undefined },
): Promise<ResultsFile> {
  const format = resultsFormatOf(wish.format)
  const run = await parts.runStates.load(seat.workshopId)
  const groups = run.groups.filter((group) => mayReadBoard(run, seat, group))
  const boards = await Promise.all(
    groups.map(async ({ id }) => ({ groupId: id, board: await parts.documents.readBoard(id) })),
  )
  const decisions = await readDecisions(parts.documents, seat.workshopId)
  const standings = await readStandings(parts, seat.workshopId)
  const model = buildResultsModel({
    run,
    boards,
    plenary: projectPlenary({ run, boards, decisions, standings }),
    standings,
    language: wish.language ?? run.workshop.language,
    generatedAt: parts.now(),
  })
  const { contentType, write } = WRITERS[format]
  return { contentType, fileName: `${fileStemOf(run)}.${format}`, body: write(model) }
}

function resultsFormatOf(format: string): ResultsFormat {
  if (Object.hasOwn(WRITERS, format)) return format as ResultsFormat
  const available = Object.keys(WRITERS).join(', ')
  const why = LATER_FORMATS.includes(format) ? 'is not available in this version' : 'is no format of the results'
  throw new AppError('request.notFound', `${format} ${why}; available: ${available}`)
}

/** Latin letters and digits only: file names travel through mail gateways and old file servers. */
function fileStemOf(run: RunState): string {
  const plain = run.workshop.title
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/Ä/g, 'Ae')
    .replace(/Ö/g, 'Oe')
    .replace(/Ü/g, 'Ue')
    .replace(/ß/g, 'ss')
  const stem = plain
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return stem === '' ? 'workshop' : stem
}

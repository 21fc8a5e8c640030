import { Id, Language } from '@tafelrunde/protocol'
import { z } from 'zod'
import { readResults } from '../../results/readResults.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireMember } from '../requireSeat.ts'

const ResultsParams = z.strictObject({ id: Id, format: z.string().max(10) })
const ResultsQuery = z.strictObject({ language: Language.optional() })

/** A dossier holds no script and brings its own style; nothing else runs even if somebody opens it from here. */
const DOSSIER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox"

/** The results as files. */
export function resultsRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/results.:format',
    {
      schema: {
        summary: 'The results as a file: html, md, csv or json',
        params: ResultsParams,
        querystring: ResultsQuery,
      },
    },
    async (request, reply) => {
      const seat = await requireMember(parts.liveSeats, request)
      const wish = { format: request.params.format, language: request.query.language }
      const file = await readResults(parts, seat, wish)
      return reply
        .type(file.contentType)
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .header('content-security-policy', DOSSIER_POLICY)
        .header('cache-control', 'no-store')
        .send(file.body)
    },
  )
}

import { InstanceResponse, Language, LegalPageResponse, SetupRequest, SetupResponse } from '@tafelrunde/protocol'
import { z } from 'zod'
import { LEGAL_PAGES } from '../../setup/LegalPages.ts'
import { tradeSetupToken } from '../../setup/tradeSetupToken.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'

const LegalParams = z.strictObject({ page: z.enum(LEGAL_PAGES) })
const LegalQuery = z.strictObject({ language: Language.optional() })

/** What everybody may know about this server, and its one-time setup. */
export function instanceRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/instance',
    { schema: { summary: 'What everybody may know about this server', response: { 200: InstanceResponse } } },
    async () => ({
      instanceId: await parts.creators.instanceId(),
      version: parts.version,
      whoMayCreate: parts.whoMayCreate,
      serverTime: parts.now(),
      legal: { ...(await parts.legal.links()) },
    }),
  )

  app.get(
    '/api/v1/legal/:page',
    {
      schema: {
        summary: 'A legal page that the operator has written, as Markdown',
        params: LegalParams,
        querystring: LegalQuery,
        response: { 200: LegalPageResponse },
      },
    },
    async ({ params, query }) => ({ markdown: await parts.legal.markdown(params.page, query.language ?? 'de') }),
  )

  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger())

  app.post(
    '/api/v1/setup',
    {
      schema: {
        summary: 'Trade the one-time setup link for a token that may create workshops',
        body: SetupRequest,
        response: { 200: SetupResponse },
      },
    },
    async ({ body }) => ({
      creationToken: await tradeSetupToken(parts, body.setup),
    }),
  )
}

import { AppError, ERRORS, type ErrorBody, type ErrorCode } from '@tafelrunde/protocol'
import { LimitExceeded } from '@tafelrunde/schema/plain'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'

/** An error as it crosses the HTTP border. */
interface Told {
  readonly code: ErrorCode
  readonly message: string
}

/** What Fastify itself refuses before any handler runs. */
const FASTIFY_CODES: Readonly<Record<string, Told>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'request.tooLarge', message: 'the body is too large' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'request.malformed', message: 'the body is not valid JSON' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'request.malformed', message: 'the body is empty' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'request.malformed', message: 'the body must be application/json' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'request.malformed', message: 'the body is not as long as it says' },
  FST_ERR_BAD_URL: { code: 'request.malformed', message: 'the address is malformed' },
}

/**
 * The only place where an error becomes an HTTP answer: codes of the table as they are, what does not fit a schema as
 * `request.malformed` with the names of the fields, everything else as `internal`, logged with its stack.
 */
export function onHttpError(parts: { readonly log: Log; readonly metrics: Metrics }) {
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<ErrorBody> => {
    const told = toldOf(error)
    const fields = { method: request.method, route: request.routeOptions.url ?? 'unknown' }
    if (told.code === 'internal') parts.log.error('http.failed', fields, error)
    else parts.log.info('http.refused', { ...fields, code: told.code })
    parts.metrics.refusals.inc({ code: told.code })
    const { http } = ERRORS[told.code]
    if (http === 401) void reply.header('www-authenticate', 'Bearer')
    if (http === 429 || http === 503) void reply.header('retry-after', '2')
    void reply.status(http).type('application/json; charset=utf-8')
    return { error: told.code, message: told.message }
  }
}

function toldOf(error: unknown): Told {
  if (error instanceof AppError || error instanceof LimitExceeded) return { code: error.code, message: error.message }
  if (isFastifyError(error)) {
    if (error.validation) return { code: 'request.malformed', message: messageOf(error) }
    const told = FASTIFY_CODES[error.code]
    if (told) return told
    if (error.statusCode === 404) return { code: 'request.notFound', message: 'there is nothing at this address' }
  }
  return { code: 'internal', message: 'the server has failed; the failure was logged' }
}

/** Field by field, by name and rule; values that somebody sent are never repeated. */
function messageOf(error: FastifyError): string {
  const problems = (error.validation ?? []).map(({ instancePath, message }) => {
    const field = instancePath.split('/').filter(Boolean).join('.')
    return `${field === '' ? (error.validationContext ?? 'body') : field}: ${(message ?? 'is wrong').slice(0, 200)}`
  })
  return problems.slice(0, 10).join('; ')
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('code' in error || 'validation' in error || 'statusCode' in error)
}

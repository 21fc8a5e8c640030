import { isErrorCode, type ErrorCode } from '@tafelrunde/protocol'

/** The server (or the way to it) refused a call; `code` is of the error table, `network` if no answer came at all. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'network'

  constructor(code: ErrorCode | 'network', message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ApiError'
    this.code = code
  }
}

/** Anything that turns an unknown value into T or throws: a zod schema or a parser of our own. */
export interface Parser<T> {
  parse(value: unknown): T
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export interface CallOptions<T> {
  body?: unknown
  /** Seat or creation token, sent as bearer. */
  token?: string
  schema: Parser<T>
  signal?: AbortSignal
}

/**
 * Call the HTTP interface and parse its answer.
 *
 * `path` begins after `/api/v1`, for example `/workshops/${id}`.
 * @throws ApiError with the code of the error table, or `network`
 */
export async function callApi<T>(method: Method, path: string, options: CallOptions<T>): Promise<T> {
  const response = await send(method, path, options)
  const body = await readBody(response)
  if (!response.ok) throw apiErrorOf(response.status, body === GARBLED ? undefined : body)
  if (body === GARBLED) throw new ApiError('network', `${method} ${path} got half an answer or somebody else's`)
  return options.schema.parse(body)
}

/**
 * Fetch a file (results, pictures) with the seat's token; never by a link, so that no token stands in a URL.
 * @throws ApiError
 */
export async function fetchFile(path: string, token: string): Promise<Blob> {
  const response = await send('GET', path, { token })
  if (!response.ok) throw apiErrorOf(response.status, await response.json().catch(() => undefined))
  try {
    return await response.blob()
  } catch (cause) {
    throw new ApiError('network', `${path} got half an answer`, { cause })
  }
}

const GARBLED = Symbol('an answer that is not JSON')

/** The parsed body, undefined if it is empty. Broken off, or the page of a hotel's network: `GARBLED`. */
async function readBody(response: Response): Promise<unknown> {
  try {
    const body = await response.text()
    return body === '' ? undefined : JSON.parse(body)
  } catch {
    return GARBLED
  }
}

async function send(
  method: Method,
  path: string,
  options: { body?: unknown; token?: string; signal?: AbortSignal },
): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
        ...(options.token && { authorization: `Bearer ${options.token}` }),
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      ...(options.signal && { signal: options.signal }),
      credentials: 'omit',
      cache: 'no-store',
    })
  } catch (cause) {
    throw new ApiError('network', `${method} ${path} got no answer`, { cause })
  }
}

/** The error that an answer other than 2xx stands for; answers of proxies without our body map by their status. */
export function apiErrorOf(status: number, body: unknown): ApiError {
  const code = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  if (isErrorCode(code)) return new ApiError(code, `the server answered ${code}`)
  if (status === 502 || status === 503 || status === 504) return new ApiError('network', `a proxy answered ${status}`)
  return new ApiError(status === 404 ? 'request.notFound' : 'internal', `the server answered ${status}`)
}

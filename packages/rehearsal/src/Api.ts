import { request, type IncomingMessage } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { ErrorBody, isErrorCode, type ErrorCode } from '@tafelrunde/protocol'

/** Anything that turns an unknown value into T or throws. */
interface Parser<T> {
  parse(value: unknown): T
}

/** What a call sends. */
export interface Call {
  readonly token?: string
  readonly body?: unknown
}

/** The server has refused a call with a code of the error table. */
export class ApiRefusal extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'ApiRefusal'
    this.code = code
  }
}

/**
 * The HTTP interface, as any client uses it; with a host of one's own choice, which `fetch` does not allow: the server
 * may answer for its public name only.
 */
export class Api {
  readonly #url: string
  readonly #host: string

  constructor({ url, host }: { readonly url: string; readonly host: string }) {
    this.#url = url
    this.#host = host
  }

  /** @throws ApiRefusal, and what the network says when there is no answer */
  async call<T>(method: string, path: string, { schema, ...call }: Call & { readonly schema: Parser<T> }): Promise<T> {
    return schema.parse(JSON.parse(await this.text(method, path, call)))
  }

  /** The answer as it came. @throws as `call` */
  async text(method: string, path: string, { token, body }: Call = {}): Promise<string> {
    const sent = body === undefined ? '' : JSON.stringify(body)
    const headers: Record<string, string | number> = { host: this.#host, 'content-length': Buffer.byteLength(sent) }
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(`${this.#url}/api/v1${path}`, { method, headers }, resolve)
      asked.on('error', reject)
      asked.end(sent)
    })
    const text = await textOf(answer)
    const status = answer.statusCode ?? 0
    if (status < 200 || status >= 300) throw refusalOf(status, text)
    return text
  }
}

/** What the call gives, or the code with which it was refused. */
export async function refusalOr<T>(call: Promise<T>): Promise<{ readonly value: T } | { readonly refusal: ErrorCode }> {
  try {
    return { value: await call }
  } catch (cause) {
    if (cause instanceof ApiRefusal) return { refusal: cause.code }
    throw cause
  }
}

function refusalOf(status: number, text: string): ApiRefusal {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = null // something else than the server has answered
  }
  const parsed = ErrorBody.safeParse(body)
  const code = parsed.success && isErrorCode(parsed.data.error) ? parsed.data.error : 'internal'
  return new ApiRefusal(code, `answered ${status} ${code}`)
}

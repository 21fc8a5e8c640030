/** An answer of the server's HTTP API, whatever its status. */
export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
  readonly text: string
}

/** How the API is called; an own header may be forged. */
export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Call the API as any program can; never throws for a status. */
export async function callApi(url: string, path: string, call: ApiCall = {}): Promise<ApiAnswer> {
  const { method = call.body === undefined ? 'GET' : 'POST', token, body } = call
  const headers: Record<string, string> = { ...call.headers }
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  if (body !== undefined) headers['content-type'] = 'application/json'
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, text, body: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

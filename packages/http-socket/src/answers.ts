/** The body of entries, and nothing that a login page or a proxy answers in the server's place. */
export function hasEntries(response: Response): boolean {
  return response.status === 200 && (response.headers.get('content-type') ?? '').startsWith('application/octet-stream')
}

/** Whether the same request can succeed later: the server is busy or gone, or a proxy does not reach it. */
export function isPassing(response: Response): boolean {
  const { status } = response
  // What is no error and not what was asked for comes from something between here and the server.
  return status < 400 || status === 408 || status === 429 || status >= 500
}

/** How a connection ends that the server does not want: `4000 + status`, and the code of its error body. */
export async function endOf(response: Response): Promise<{ readonly code: number; readonly reason: string }> {
  return { code: 4000 + response.status, reason: reasonOf(await response.json().catch(() => null)) }
}

function reasonOf(body: unknown): string {
  const isObject = typeof body === 'object' && body !== null && 'error' in body
  return isObject && typeof body.error === 'string' ? body.error.slice(0, 120) : ''
}

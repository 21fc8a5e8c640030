/**
 * One call of the API.
 *
 * @throws Error with the server's answer
 */
export async function postJson(
  url: string,
  { body, token, method = 'POST' }: { body: unknown; token?: string | undefined; method?: 'POST' | 'PATCH' },
): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** A link admits a burst of people and then three a second: a refused one asks again. */
const PATIENCE_MS = 240_000
const RETRY_MS = 250

/** Take seats through a link; their tokens. */
export async function takeSeats(url: string, invite: string, count: number): Promise<readonly string[]> {
  const tokens: string[] = []
  const deadline = performance.now() + PATIENCE_MS
  while (tokens.length < count) {
    const answer = await fetch(`${url}/api/v1/seats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ invite, name: `Person ${tokens.length + 1}` }),
    })
    const body = (await answer.json()) as { token?: string }
    if (answer.status === 201 && body.token) tokens.push(body.token)
    else if (answer.status !== 429 || performance.now() > deadline) {
      throw new Error(`no seat: ${answer.status} ${JSON.stringify(body)}`)
    } else await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
  return tokens
}

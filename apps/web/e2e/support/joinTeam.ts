import type { CreateWorkshopResponse, JoinResponse, RunCommand } from '@tafelrunde/protocol'
import { inviteOf } from '@tafelrunde/testkit'

/** A moderator without a browser, who steers while a test looks at what others see. */
export interface TeamMember {
  readonly run: (command: RunCommand) => Promise<void>
  /** `path` within the workshop, as `/votes`. @throws Error with the server's answer */
  readonly post: <T>(path: string, body: unknown) => Promise<T>
}

/** Take a moderator's seat over the API. */
export async function joinTeam(url: string, { links, workshop }: CreateWorkshopResponse): Promise<TeamMember> {
  const call = async <T>(path: string, body: unknown, token?: string): Promise<T> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const { token } = await call<JoinResponse>('/seats', { invite: inviteOf(links.moderator), name: 'Team' })
  const post = <T>(path: string, body: unknown): Promise<T> => call(`/workshops/${workshop.id}${path}`, body, token)
  return { post, run: async (command) => void (await post('/run', command)) }
}

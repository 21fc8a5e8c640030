import { CreateWorkshopResponse, type CreateWorkshopRequest } from '@tafelrunde/protocol'

/** Create a workshop over HTTP, as the create page does. @throws Error with the server's answer */
export async function createWorkshop(url: string, request: CreateWorkshopRequest): Promise<CreateWorkshopResponse> {
  const response = await fetch(`${url}/api/v1/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  if (response.status !== 201) throw new Error(`creating answered ${response.status}: ${await response.text()}`)
  return CreateWorkshopResponse.parse(await response.json())
}

/** The token in the fragment of a link. */
export function inviteOf(link: string): string {
  return new URL(link).hash.slice(1)
}

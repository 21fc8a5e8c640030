import { SubmissionsResponse, type SubmissionRecord } from '@tafelrunde/protocol'
import { callApi } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'

/** What the calls need of the own seat. */
export type Access = Pick<StoredSeat, 'workshopId' | 'token'>

type Submissions = readonly SubmissionRecord[]

/** What has been submitted on the boards that one may read. @throws ApiError */
export async function readSubmissions({ workshopId, token }: Access): Promise<Submissions> {
  const path = `/workshops/${workshopId}/submissions`
  return (await callApi('GET', path, { token, schema: SubmissionsResponse })).submissions
}

/** Submit recommendations of a group; sending it again changes nothing. @throws ApiError */
export async function submit(
  { workshopId, token }: Access,
  { groupId, ...body }: { readonly groupId: string; readonly recommendationIds: readonly string[] },
): Promise<Submissions> {
  const path = `/workshops/${workshopId}/groups/${groupId}/submissions`
  return (await callApi('POST', path, { token, body, schema: SubmissionsResponse })).submissions
}

/** Make a submitted recommendation a draft again; for moderators. @throws ApiError */
export async function withdraw({ workshopId, token }: Access, code: string): Promise<Submissions> {
  const path = `/workshops/${workshopId}/submissions/${code}/withdraw`
  return (await callApi('POST', path, { token, body: {}, schema: SubmissionsResponse })).submissions
}

import {
  BallotResponse,
  VoteResponse,
  type Ballot,
  type OpenVoteRequest,
  type ProxyBallotRequest,
  type WinnersRequest,
} from '@tafelrunde/protocol'
import { callApi, type Parser } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'

/** What the calls need of the own seat. */
export type Access = Pick<StoredSeat, 'workshopId' | 'token'>

/** Answers whose content comes by the event stream anyway. */
const anything: Parser<unknown> = { parse: (value) => value }

/** A round as this seat may see it. @throws ApiError */
export function readVote({ workshopId, token }: Access, roundId: string): Promise<VoteResponse> {
  return callApi('GET', `/workshops/${workshopId}/votes/${roundId}`, { token, schema: VoteResponse })
}

/** The whole ballot of the own seat. @throws ApiError */
export function putBallot({ workshopId, token }: Access, roundId: string, ballot: Ballot): Promise<BallotResponse> {
  const path = `/workshops/${workshopId}/votes/${roundId}/ballot`
  return callApi('PUT', path, { token, body: ballot, schema: BallotResponse })
}

/** Open a round, as a moderator. @throws ApiError */
export function openVote({ workshopId, token }: Access, request: OpenVoteRequest): Promise<VoteResponse> {
  return callApi('POST', `/workshops/${workshopId}/votes`, { token, body: request, schema: VoteResponse })
}

/** Close a round, as a moderator. @throws ApiError */
export function closeVote({ workshopId, token }: Access, roundId: string): Promise<VoteResponse> {
  return callApi('POST', `/workshops/${workshopId}/votes/${roundId}/close`, { token, schema: VoteResponse })
}

/** Enter a ballot for somebody without a device, as a moderator. @throws ApiError */
export function enterProxy(
  { workshopId, token }: Access,
  roundId: string,
  request: ProxyBallotRequest,
): Promise<VoteResponse> {
  const path = `/workshops/${workshopId}/votes/${roundId}/proxy-ballots`
  return callApi('POST', path, { token, body: request, schema: VoteResponse })
}

/** Make canvases or priorities of the winners, as a moderator. @throws ApiError */
export function takeWinners({ workshopId, token }: Access, roundId: string, request: WinnersRequest): Promise<unknown> {
  const path = `/workshops/${workshopId}/votes/${roundId}/winners`
  return callApi('POST', path, { token, body: request, schema: anything })
}

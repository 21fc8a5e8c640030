import {
  AppError,
  Ballot,
  BallotResponse,
  Id,
  OpenVoteRequest,
  PrioritiesResponse,
  ProxyBallotRequest,
  RunResponse,
  VoteResponse,
  WinnersRequest,
} from '@tafelrunde/protocol'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { castBallot, castProxyBallot, type Bearer } from '../../votes/castBallot.ts'
import { closeVote } from '../../votes/closeVote.ts'
import { openVote } from '../../votes/openVote.ts'
import { readVote } from '../../votes/readVote.ts'
import { takeWinners } from '../../votes/takeWinners.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { bearerTokenOf, requireMember, requireModerator } from '../requireSeat.ts'
import { runResponseOf } from './workshopRoutes.ts'

const WorkshopParams = z.strictObject({ id: Id })
const RoundParams = z.strictObject({ id: Id, roundId: Id })

/** Votes: cast a ballot and read a round, for members; open, close, enter for others and use, for moderators. */
export function voteRoutes(app: HttpApp, parts: HttpParts): void {
  app.get(
    '/api/v1/workshops/:id/votes/:roundId',
    {
      schema: {
        summary: 'A round of a vote as this seat may see it; figures after closing',
        params: RoundParams,
        response: { 200: VoteResponse },
      },
    },
    async (request) => readVote(parts, await memberOf(parts, request), request.params.roundId),
  )

  app.put(
    '/api/v1/workshops/:id/votes/:roundId/ballot',
    {
      schema: {
        summary: 'The own ballot; a later one replaces it while the round is open',
        params: RoundParams,
        body: Ballot,
        response: { 200: BallotResponse },
      },
    },
    async (request) => {
      const bearer = await memberOf(parts, request)
      parts.ballotThrottle.take(bearer.seat.id)
      await castBallot(parts, bearer, { roundId: request.params.roundId, ballot: request.body })
      return { ballot: request.body }
    },
  )

  steeringRoutes(app, parts)
}

function steeringRoutes(app: HttpApp, parts: HttpParts): void {
  app.post(
    '/api/v1/workshops/:id/votes',
    {
      schema: {
        summary: 'Open a round: as the step plans it, or by a plan in the request (moderators)',
        params: WorkshopParams,
        body: OpenVoteRequest,
        response: { 201: VoteResponse },
      },
    },
    async (request, reply) => {
      const bearer = await moderatorOf(parts, request)
      const roundId = await openVote(parts, bearer.seat, request.body)
      return reply.status(201).send(await readVote(parts, bearer, roundId))
    },
  )

  app.post(
    '/api/v1/workshops/:id/votes/:roundId/close',
    {
      schema: { summary: 'Close a round (moderators)', params: RoundParams, response: { 200: VoteResponse } },
    },
    async (request) => {
      const bearer = await moderatorOf(parts, request)
      await closeVote(parts, bearer.seat, request.params.roundId)
      return readVote(parts, bearer, request.params.roundId)
    },
  )

  app.post(
    '/api/v1/workshops/:id/votes/:roundId/proxy-ballots',
    {
      schema: {
        summary: 'The ballot of somebody without a device (moderators)',
        params: RoundParams,
        body: ProxyBallotRequest,
        response: { 200: VoteResponse },
      },
    },
    async (request) => {
      const bearer = await moderatorOf(parts, request)
      parts.ballotThrottle.take(bearer.seat.id)
      await castProxyBallot(parts, bearer, { roundId: request.params.roundId, request: request.body })
      return readVote(parts, bearer, request.params.roundId)
    },
  )

  app.post(
    '/api/v1/workshops/:id/votes/:roundId/winners',
    {
      schema: {
        summary: 'Make canvases or priorities of the winners of a closed round (moderators)',
        params: RoundParams,
        body: WinnersRequest,
        response: { 200: RunResponse },
      },
    },
    async (request) => {
      const { seat } = await moderatorOf(parts, request)
      const { roundId } = request.params
      return runResponseOf(parts, await takeWinners(parts, seat, { roundId, request: request.body }))
    },
  )

  app.get(
    '/api/v1/workshops/:id/priorities',
    {
      schema: {
        summary: 'Recommendations in the order that the moderators settled',
        params: WorkshopParams,
        response: { 200: PrioritiesResponse },
      },
    },
    async (request) => {
      const { seat } = await memberOf(parts, request)
      return { priorities: [...(await parts.votes.priorities(seat.workshopId))] }
    },
  )
}

/** @throws AppError as requireMember; for whoever only reads what is published, votes are not there */
async function memberOf(parts: HttpParts, request: FastifyRequest): Promise<Bearer> {
  const seat = await requireMember(parts.liveSeats, request)
  if (seat.role === 'public') throw new AppError('seat.notAllowed', 'votes are for members of the workshop')
  return { seat, token: bearerTokenOf(request) }
}

async function moderatorOf(parts: HttpParts, request: FastifyRequest): Promise<Bearer> {
  const seat = await requireModerator(parts.liveSeats, request)
  return { seat, token: bearerTokenOf(request) }
}

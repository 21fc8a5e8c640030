import {
  AddGroupRequest,
  AddGroupResponse,
  AppError,
  CreateWorkshopRequest,
  CreateWorkshopResponse,
  EditGroupRequest,
  EditWorkshopRequest,
  Id,
  RunResponse,
  WorkshopResponse,
} from '@tafelrunde/protocol'
import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { hashToken } from '../../links/tokens.ts'
import type { Seat } from '../../seams.ts'
import { addGroup } from '../../workshops/addGroup.ts'
import { createWorkshop } from '../../workshops/createWorkshop.ts'
import { editGroup } from '../../workshops/editGroup.ts'
import { editWorkshop } from '../../workshops/editWorkshop.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { isLocalRequest } from '../isLocalRequest.ts'
import { bearerTokenOf, requireMember, requireModerator } from '../requireSeat.ts'

const WorkshopParams = z.strictObject({ id: Id })
const GroupParams = z.strictObject({ id: Id, groupId: Id })

/** Create a workshop, see it, change it and its groups. */
export function workshopRoutes(app: HttpApp, parts: HttpParts): void {
  app.post(
    '/api/v1/workshops',
    {
      schema: {
        summary: 'Create a workshop; the answer holds its links, tokens in the fragment',
        body: CreateWorkshopRequest,
        response: { 201: CreateWorkshopResponse },
      },
    },
    async (request, reply) => {
      await assertMayCreate(parts, request)
      return reply.status(201).send(await createWorkshop(parts, request.body))
    },
  )

  app.get(
    '/api/v1/workshops/:id',
    {
      schema: {
        summary: 'What the seat may see of its workshop',
        params: WorkshopParams,
        response: { 200: WorkshopResponse },
      },
    },
    async (request) => workshopResponseOf(parts, await requireMember(parts.liveSeats, request)),
  )

  app.patch(
    '/api/v1/workshops/:id',
    {
      schema: {
        summary: 'Change title, times, organisations, talks, target groups or steps (moderators)',
        params: WorkshopParams,
        body: EditWorkshopRequest,
        response: { 200: RunResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return runResponseOf(parts, await editWorkshop(parts, seat, request.body))
    },
  )

  app.post(
    '/api/v1/workshops/:id/groups',
    {
      schema: {
        summary: 'Add a group with its board and links (moderators)',
        params: WorkshopParams,
        body: AddGroupRequest,
        response: { 201: AddGroupResponse },
      },
    },
    async (request, reply) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const { group, link, scribeLink } = await addGroup(parts, seat, request.body)
      return reply.status(201).send({ group: { id: group.id, name: group.name }, link, scribeLink })
    },
  )

  app.patch(
    '/api/v1/workshops/:id/groups/:groupId',
    {
      schema: {
        summary: 'Change a group (moderators)',
        params: GroupParams,
        body: EditGroupRequest,
        response: { 200: RunResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const groupId = request.params.groupId as GroupId
      return runResponseOf(parts, await editGroup(parts, seat, { groupId, request: request.body }))
    },
  )
}

/** The run state as every call that changes it answers. */
export function runResponseOf(parts: Pick<HttpParts, 'now'>, run: RunState): z.input<typeof RunResponse> {
  return { run: { ...run }, serverTime: parts.now() }
}

async function workshopResponseOf(parts: HttpParts, seat: Seat): Promise<z.input<typeof WorkshopResponse>> {
  const run = await parts.runStates.load(seat.workshopId)
  const stored = await parts.workshops.byId(seat.workshopId)
  if (!stored) throw new AppError('workshop.unknown', 'no such workshop')
  const { id, name, organisation, role, groupId, isMuted, people, companions } = seat
  return {
    workshop: {
      id: seat.workshopId,
      title: run.workshop.title,
      language: run.workshop.language,
      series: stored.seriesId,
    },
    seat: { id, name, organisation, role, groupId, isMuted, people, companions },
    ...runResponseOf(parts, run),
  }
}

/** @throws AppError `creation.notAllowed` */
async function assertMayCreate(parts: HttpParts, request: FastifyRequest): Promise<void> {
  if (parts.whoMayCreate === 'anyone' && (!parts.isCreationLocalOnly || isLocalRequest(request))) return
  const hasToken = request.headers.authorization !== undefined
  if (hasToken && (await parts.creators.mayCreate(hashToken(bearerTokenOf(request))))) return
  throw new AppError('creation.notAllowed', 'creating a workshop needs the token that the setup link gives')
}

import type { InviteResponse, JoinResponse, Role } from '@tafelrunde/protocol'
import { callApi, type Parser } from './callApi.ts'
import { listSeats, storeSeat, type StoredSeat } from './seats.ts'
import { list, record, text } from './shape.ts'

const invite: Parser<InviteResponse> = {
  parse(value) {
    const answer = record(value)
    const workshop = record(answer['workshop'])
    text(workshop['id'])
    text(workshop['title'])
    text(workshop['timeZone'])
    text(answer['role'])
    list(workshop['organisations']).forEach(text)
    for (const group of list(answer['groups'])) text(record(group)['id'])
    if (answer['group'] !== null) text(record(answer['group'])['id'])
    return answer as InviteResponse
  },
}

const joined: Parser<JoinResponse> = {
  parse(value) {
    const answer = record(value)
    const seat = record(answer['seat'])
    const workshop = record(answer['workshop'])
    for (const part of [answer['token'], seat['id'], seat['name'], seat['role'], workshop['id'], workshop['title']]) {
      text(part)
    }
    if (answer['group'] !== null) text(record(answer['group'])['id'])
    return answer as JoinResponse
  },
}

const instance: Parser<{ instanceId: string }> = {
  parse: (value) => ({ instanceId: text(record(value)['instanceId']) }),
}

/** What a link leads to. @throws ApiError `link.unknown` | `link.expired` | `link.revoked` | `network` … */
export function readInvite(token: string): Promise<InviteResponse> {
  return callApi('POST', '/invites', { body: { invite: token }, schema: invite })
}

export interface JoinWish {
  invite: string
  name: string
  organisation: string
  group: string | null
}

/** Take a seat and keep it on this device. @throws ApiError */
export async function join(wish: JoinWish): Promise<StoredSeat> {
  const body = {
    invite: wish.invite,
    ...(wish.name && { name: wish.name }),
    ...(wish.organisation && { organisation: wish.organisation }),
    ...(wish.group && { group: wish.group }),
  }
  const [answer, instanceId] = await Promise.all([
    callApi('POST', '/seats', { body, schema: joined }),
    readInstanceId(),
  ])
  return keep(answer, instanceId)
}

/** Bring a seat to this device with its code; the old device's access and the old code end. @throws ApiError */
export async function recover(workshop: string, recoveryCode: string): Promise<StoredSeat> {
  const [answer, instanceId] = await Promise.all([
    callApi('POST', '/seats/recover', { body: { workshop, recoveryCode }, schema: joined }),
    readInstanceId(),
  ])
  return keep(answer, instanceId)
}

function keep(answer: JoinResponse, instanceId: string): StoredSeat {
  const { seat, workshop, group, token } = answer
  const stored: StoredSeat = {
    workshopId: workshop.id,
    seatId: seat.id,
    token,
    role: seat.role as Role,
    name: seat.name,
    organisation: seat.organisation,
    groupId: group?.id ?? null,
    title: workshop.title,
    lastUsedAt: Date.now(),
    instanceId,
    recoveryCode: seat.recoveryCode,
    isWaiting: seat.isWaiting,
  }
  storeSeat(stored)
  return stored
}

async function readInstanceId(): Promise<string> {
  try {
    return (await callApi('GET', '/instance', { schema: instance })).instanceId
  } catch {
    // Only names local databases: the host tells instances apart well enough.
    return listSeats()[0]?.instanceId ?? location.host
  }
}

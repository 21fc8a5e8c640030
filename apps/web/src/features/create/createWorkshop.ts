import {
  CreateWorkshopResponse,
  JoinResponse,
  type CreateWorkshopRequest,
  type InstanceResponse,
  type StepRequest,
} from '@tafelrunde/protocol'
import { ApiError, callApi, type Parser } from '../../api/callApi.ts'
import { readCreationKey } from '../../api/creationKey.ts'
import { storeSeat, type StoredSeat } from '../../api/seats.ts'

const anything: Parser<unknown> = { parse: (value) => value }

/** What came of creating a workshop. The workshop exists in any case; the rest can fail by itself. */
export interface Created {
  readonly response: CreateWorkshopResponse
  /** The owner's seat on this device; null if taking it failed. */
  readonly seat: StoredSeat | null
  readonly seatProblem: ApiError | null
  readonly areStepsMissing: boolean
}

export interface CreateWish {
  readonly request: CreateWorkshopRequest
  readonly ownName: string
  readonly instance: InstanceResponse
  /** Steps of an earlier workshop to take over; null: those of the template. */
  readonly steps: readonly StepRequest[] | null
}

/** Make a workshop, take the owner's seat and put the earlier run sheet in. @throws ApiError if there is no workshop */
export async function createWorkshop({ request, ownName, instance, steps }: CreateWish): Promise<Created> {
  const key = readCreationKey()
  const response = await callApi('POST', '/workshops', {
    body: request,
    schema: CreateWorkshopResponse,
    ...(key ? { token: key } : {}),
  })
  try {
    const seat = await takeOwnerSeat(response, { ownName, instance })
    const areStepsMissing = steps !== null && !(await putSteps(seat, steps))
    return { response, seat, seatProblem: null, areStepsMissing }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { response, seat: null, seatProblem: error, areStepsMissing: steps !== null }
  }
}

async function takeOwnerSeat(
  { links, workshop }: CreateWorkshopResponse,
  { ownName, instance }: Pick<CreateWish, 'ownName' | 'instance'>,
): Promise<StoredSeat> {
  const joined = await callApi('POST', '/seats', {
    body: { invite: links.owner.split('#')[1] ?? '', ...(ownName.trim() ? { name: ownName.trim() } : {}) },
    schema: JoinResponse,
  })
  const seat: StoredSeat = {
    workshopId: workshop.id,
    seatId: joined.seat.id,
    token: joined.token,
    role: joined.seat.role,
    name: joined.seat.name,
    organisation: joined.seat.organisation,
    groupId: null,
    title: workshop.title,
    lastUsedAt: Date.now(),
    instanceId: instance.instanceId,
    recoveryCode: joined.seat.recoveryCode,
  }
  storeSeat(seat)
  return seat
}

async function putSteps(seat: StoredSeat, steps: readonly StepRequest[]): Promise<boolean> {
  try {
    await callApi('PATCH', `/workshops/${seat.workshopId}`, { body: { steps }, token: seat.token, schema: anything })
    return true
  } catch {
    return false // the workshop stands without steps, and the page says so
  }
}

import type { EditSeatRequest, InviteResponse, Role } from '@tafelrunde/protocol'
import { callApi, type Parser } from './callApi.ts'
import { list, number, record, text, textOrNull } from './shape.ts'
import type { StoredSeat } from './seats.ts'

/** What the server says about the person's own seat. */
export interface OwnSeat {
  readonly name: string
  readonly organisation: string
  readonly role: Role
  readonly groupId: string | null
  readonly isMuted: boolean
  readonly people: number
  readonly companions: string
}

const ownSeat: Parser<OwnSeat> = {
  parse(value) {
    const seat = record(value)
    return {
      name: text(seat['name']),
      organisation: text(seat['organisation']),
      role: text(seat['role']) as Role,
      groupId: textOrNull(seat['groupId']),
      isMuted: seat['isMuted'] === true,
      people: typeof seat['people'] === 'number' ? seat['people'] : 1,
      companions: textOrNull(seat['companions']) ?? '',
    }
  },
}

const place: Parser<{ seat: OwnSeat; title: string; serverTime: number }> = {
  parse(value) {
    const answer = record(value)
    return {
      seat: ownSeat.parse(answer['seat']),
      title: text(record(answer['workshop'])['title']),
      serverTime: number(answer['serverTime']),
    }
  },
}

const code: Parser<string> = { parse: (value) => text(record(value)['recoveryCode']) }

type Access = Pick<StoredSeat, 'workshopId' | 'token'>

/** The seat as the server knows it, with its workshop's title and the server's time. @throws ApiError */
export function readOwnPlace({
  workshopId,
  token,
}: Access): Promise<{ seat: OwnSeat; title: string; serverTime: number }> {
  return callApi('GET', `/workshops/${workshopId}`, { token, schema: place })
}

/** Change one's name, organisation or group. @throws ApiError */
export function editOwnSeat({ token }: Access, body: EditSeatRequest): Promise<OwnSeat> {
  return callApi('PATCH', '/seats/me', { token, body, schema: ownSeat })
}

const choices: Parser<InviteResponse['groups']> = {
  parse(value) {
    const groups = list(record(value)['groups'])
    for (const group of groups) text(record(group)['id'])
    return groups as InviteResponse['groups']
  },
}

/** Groups that the person may change to; none where the link or the moderators give the group. @throws ApiError */
export function readGroupChoices({ token }: Access): Promise<InviteResponse['groups']> {
  return callApi('GET', '/seats/me', { token, schema: choices })
}

/** Make a new recovery code; the old one dies. @throws ApiError */
export function renewRecoveryCode({ token }: Access): Promise<string> {
  return callApi('POST', '/seats/recovery-code', { token, schema: code })
}

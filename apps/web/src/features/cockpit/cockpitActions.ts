import {
  LinkRecord,
  type EditGroupRequest,
  type EditWorkshopRequest,
  type GroupRequest,
  type RunCommand,
} from '@tafelrunde/protocol'
import { callApi, type Method, type Parser } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'

/** What a moderator changes about a group. */
export type GroupChange = ReturnType<typeof EditGroupRequest.parse>
/** A group that is added. */
export type NewGroup = ReturnType<typeof GroupRequest.parse>

/** Answers whose content comes by the event stream anyway. */
const anything: Parser<unknown> = { parse: (value) => value }

const AddedGroup: Parser<readonly LinkRecord[]> = {
  parse(value) {
    const { link, scribeLink } = value as Record<string, unknown>
    return [LinkRecord.parse(link), LinkRecord.parse(scribeLink)]
  },
}

/** Everything that the cockpit can do. Each call throws ApiError; its effect is seen through the event stream. */
export interface CockpitActions {
  run(command: RunCommand): Promise<unknown>
  keepSnapshot(name: string): Promise<unknown>
  decideTray(entryId: string, decision: 'put' | 'discard'): Promise<unknown>
  /** A new link for the same role and group, with its address; the old one dies if `isReplacing`. */
  issueLink(like: LinkRecord, isReplacing: boolean): Promise<LinkRecord>
  revokeLink(linkId: string): Promise<unknown>
  editWorkshop(change: EditWorkshopRequest): Promise<unknown>
  /** The links of the new group, with their addresses. */
  addGroup(group: NewGroup): Promise<readonly LinkRecord[]>
  editGroup(groupId: string, change: GroupChange): Promise<unknown>
}

/** The cockpit's calls for one moderator's seat. */
export function cockpitActions({ workshopId, token }: Pick<StoredSeat, 'workshopId' | 'token'>): CockpitActions {
  const call = <T>(method: Method, path: string, options: { body?: unknown; schema: Parser<T> }): Promise<T> =>
    callApi(method, `/workshops/${workshopId}${path}`, { ...options, token })
  return {
    run: (command) => call('POST', '/run', { body: command, schema: anything }),
    keepSnapshot: (name) => call('POST', '/snapshots', { body: { name }, schema: anything }),
    decideTray: (entryId, decision) =>
      call('PATCH', `/tray/${entryId}`, {
        body: decision === 'put' ? { state: 'taken', putOnBoard: true } : { state: 'discarded' },
        schema: anything,
      }),
    issueLink: (like, isReplacing) =>
      call('POST', '/links', {
        body: { role: like.role, groupId: like.groupId, ...(isReplacing ? { replaces: like.id } : {}) },
        schema: LinkRecord,
      }),
    revokeLink: (linkId) => call('DELETE', `/links/${linkId}`, { schema: anything }),
    editWorkshop: (change) => call('PATCH', '', { body: change, schema: anything }),
    addGroup: (group) => call('POST', '/groups', { body: group, schema: AddedGroup }),
    editGroup: (groupId, change) => call('PATCH', `/groups/${groupId}`, { body: change, schema: anything }),
  }
}

import { isModerating, isWriting, type ErrorCode, type Role } from '@tafelrunde/protocol'
import { stepRootsOf, type RunState } from '@tafelrunde/schema/plain'

/** Why nothing can be written now; null while something can. */
export type ReadOnlyReason =
  | 'loading'
  | 'ending'
  | 'reloading'
  | 'refused'
  | 'observing'
  | 'foreign'
  | 'muted'
  | 'frozen'
  | 'locked'
  | 'step'

/** What the interface knows about one board's way to the server. */
export interface ConnectionState {
  /**
   * `saved`: everything is on the server's disk. `sent`: on its way. `device`: there is no connection; what is typed
   * stays here.
   */
  readonly lamp: 'device' | 'sent' | 'saved'
  /** Since when there is no connection, epoch milliseconds of this device; null while there is one. */
  readonly since: number | null
  /** Since when the oldest edit under way has not been confirmed, epoch milliseconds; null unless the lamp says `sent`. */
  readonly sentSince: number | null
  /** Edits that the server has not confirmed. */
  readonly waiting: number
  /** The server said that it cannot take edits for now; cleared when it has confirmed them. */
  readonly trouble: ErrorCode | null
  /** `connecting`: never connected yet. `refused`: given up, `refusal` says why. */
  readonly transport: 'connecting' | 'online' | 'offline' | 'refused'
  /** Whether there is something to show: the local copy or the server's state. */
  readonly isLoaded: boolean
  readonly isReadOnly: boolean
  readonly readOnlyReason: ReadOnlyReason | null
  /** Set while the server takes no edits of ours, with its reason; cleared when writing is open again. */
  readonly refusal: ErrorCode | null
}

/** Everything that decides the state; kept by the session of a board. */
export interface ConnectionFacts {
  readonly isSocketOpen: boolean
  /** The server has told us its state over the present connection. */
  readonly isSynced: boolean
  readonly hasEverSynced: boolean
  readonly isLocalLoaded: boolean
  readonly unsynced: number
  readonly offlineSince: number | null
  readonly sentSince: number | null
  readonly trouble: ErrorCode | null
  /** The server announced that writing ends. */
  readonly ending: ErrorCode | null
  /** The local copy was refused and the server's state is being fetched. */
  readonly reloading: ErrorCode | null
  /** Given up. */
  readonly refused: ErrorCode | null
  readonly role: Role
  /** The seat's own group. */
  readonly ownGroupId: string | null
  /** The group whose board this is. */
  readonly groupId: string
  /** The moderators let the seat read only. */
  readonly isMuted: boolean
  /** The document is the seat's own: no step, lock or freeze ends writing in it. */
  readonly isPrivate: boolean
  readonly run: RunState | null
}

/** Before anything has come from this device or from the server. */
export const NOTHING_KNOWN = {
  isSocketOpen: false,
  isSynced: false,
  hasEverSynced: false,
  isLocalLoaded: false,
  unsynced: 0,
  offlineSince: null,
  sentSince: null,
  trouble: null,
  ending: null,
  reloading: null,
  refused: null,
} as const satisfies Partial<ConnectionFacts>

/** Derive the state from the facts. The lamp says `saved` only if the server has confirmed every edit. */
export function connectionStateOf(facts: ConnectionFacts): ConnectionState {
  const isOnline = facts.isSocketOpen && facts.isSynced && !facts.refused
  const readOnlyReason = readOnlyReasonOf(facts)
  return {
    lamp: isOnline ? (facts.unsynced > 0 ? 'sent' : 'saved') : 'device',
    since: isOnline ? null : facts.offlineSince,
    sentSince: isOnline && facts.unsynced > 0 ? facts.sentSince : null,
    waiting: facts.unsynced,
    trouble: facts.refused ? null : facts.trouble,
    transport: transportOf(facts, isOnline),
    isLoaded: facts.isPrivate || facts.isLocalLoaded || facts.hasEverSynced,
    isReadOnly: readOnlyReason !== null,
    readOnlyReason,
    refusal: facts.refused ?? facts.reloading ?? facts.ending,
  }
}

function transportOf(facts: ConnectionFacts, isOnline: boolean): ConnectionState['transport'] {
  if (facts.refused) return 'refused'
  if (isOnline) return 'online'
  return facts.offlineSince === null ? 'connecting' : 'offline'
}

function readOnlyReasonOf(facts: ConnectionFacts): ReadOnlyReason | null {
  const { run, role } = facts
  if (facts.refused) return 'refused'
  if (facts.reloading) return 'reloading'
  if (facts.ending) return 'ending'
  if (!isWriting(role)) return 'observing'
  if (facts.isPrivate) return null
  // Without a state that once was the server's, an edit might hang on nothing; a local copy was the server's.
  if (!facts.isLocalLoaded && !facts.hasEverSynced) return 'loading'
  const isMuted = facts.isMuted && !isModerating(role)
  if (!run) return isMuted ? 'muted' : null
  const group = run.groups.find(({ id }) => id === facts.groupId)
  const isMember = group?.kind === 'common' || facts.groupId === facts.ownGroupId
  if (!isMember && !isModerating(role)) return 'foreign'
  if (isMuted) return 'muted'
  if (run.frozen.all || run.frozen.groupIds.some((id) => id === facts.groupId)) return 'frozen'
  if (group?.isLocked) return 'locked'
  if (isModerating(role) || !group) return null
  return stepRootsOf(run, group)?.length === 0 ? 'step' : null
}

import type { Board, GroupId, RunState } from '@tafelrunde/schema'
import type { StoredSeat } from '../api/seats.ts'
import type { OpenDocumentLink } from './openDocumentLink.ts'
import type { Source } from './Source.ts'
import type { SyncSocket } from './SyncSocket.ts'
import type { Tray } from './Tray.ts'

/** What the session of a board is made of. */
export interface BoardSessionOptions {
  seat: StoredSeat
  groupId: GroupId
  socket: SyncSocket
  openLink: OpenDocumentLink
  runState: Source<RunState | null>
  /** The moderators let the seat read only; never, if not given. */
  isMuted?: Source<boolean>
  tray: Tray
  /**
   * Given for the private document of the seat, which holds what it writes hidden, beside the board of `groupId`.
   * Nothing of it ever reaches a tray, which moderators read; what was refused is put into the fresh copy by this.
   */
  rescue?: (refused: Board, fresh: Board) => void
}

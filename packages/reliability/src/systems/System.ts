import type { Place, WireName } from '@tafelrunde/bench/Wire'
import type { ServerExit, Transport } from '@tafelrunde/testkit'
import type { Board } from '@tafelrunde/schema'
import type * as Y from 'yjs'
import type { FaultControl } from '../fault-tools/FaultControl.ts'

/** Ours, H (Hocuspocus as shipped, with SQLite) and Y (the server of y-websocket). */
export type SystemName = 'ours' | 'H' | 'Y'

/** How a system is started. */
export interface StartOptions {
  /** Its data folder; a new one, removed at the end, if not given. */
  readonly dataDir?: string
  /** Faults that are built into its process and can be switched on later. */
  readonly faults?: FaultControl
  /** Added to its environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** A kind of server that can be started in a process of its own. */
export interface System {
  readonly name: SystemName
  readonly wire: WireName
  /** Whether it tells its clients that an edit is taken. */
  readonly acknowledges: boolean
  /** Whether it stores anything. */
  readonly stores: boolean
  start(options?: StartOptions): Promise<RunningSystem>
}

/** A started server. */
export interface RunningSystem {
  readonly system: System
  readonly port: number
  /** Of the current process; another one after `restart`. */
  readonly pid: number
  readonly dataDir: string
  /** Path of a request that any server answers at once, for probes. */
  readonly probePath: string
  /** The process has ended, or will. */
  readonly exited: Promise<ServerExit>
  readonly isRunning: boolean
  /** Everything that its processes have written to standard output and standard error. */
  output(): string
  /** A new room with places for that many people. */
  openRoom(people?: number): Promise<Room>
  kill(signal: NodeJS.Signals): Promise<ServerExit>
  /** Start again on the same port and data. */
  restart(): Promise<void>
  /** End it, let its members go and remove what it has made. */
  stop(): Promise<void>
}

/** How a member's frames get to the server. */
export interface Way {
  /** `http://…` of a proxy in between. */
  readonly via: string
  /** HTTP requests instead of a WebSocket, where a system has that. */
  readonly transport?: Transport
}

/** One shared document and the way into it. */
export interface Room {
  /** Take a place and open the document; resolves when its content is here. */
  join(name?: string, way?: Way): Promise<Member>
  /** Come back as the same person with what a device has kept of the document. */
  comeBack(member: Member, kept: Uint8Array, way?: Way): Promise<Member>
  /** Take a place without connecting, for clients that speak the wire themselves. */
  takePlace(name?: string): Promise<Place>
  /**
   * Texts of all notes as a newcomer gets them, from a document that held nothing before.
   *
   * @throws Error with the server's reason when it refuses the document for good
   */
  readNotes(): Promise<readonly string[]>
}

/** A person with a real client in a room, who writes notes. */
export interface Member {
  /** The document on this device. A refusal replaces it. */
  readonly ydoc: Y.Doc
  /** Add a note; false, with nothing done, while the system says that it takes no edits. */
  write(text: string): boolean
  /** Run schema operations; false, with nothing done, while the system takes no edits. */
  edit(change: (board: Board) => unknown): boolean
  /** Everything that was written here, in order. */
  readonly written: readonly string[]
  /** What the system has acknowledged of it. */
  acknowledged(): readonly string[]
  /** Texts of all notes that this device shows. */
  notes(): readonly string[]
  /** All is acknowledged; where nothing is acknowledged: connected and in sync. */
  readonly isSaved: boolean
  readonly isConnected: boolean
  /** Reasons with which the system has closed or refused the document. */
  readonly refusals: readonly string[]
  /** Texts that the board has not taken and that are kept for their author instead. */
  readonly tray: readonly string[]
  /** Show a cursor to the others, with something beside it. */
  point(x: number, y: number, beside?: string): void
  /** How many others' cursors this device has been told of so far. */
  readonly pointersSeen: number
  /** What this device is told about everybody's presence, its own included. */
  presence(): readonly unknown[]
  goOffline(): void
  goOnline(): void
  /** Leave for good. */
  leave(): void
}

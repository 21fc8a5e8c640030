import type { Place, WireName } from '../wire/Wire.ts'

/** Ours and the peers: H (Hocuspocus as shipped), H16 (with a 16 ms flush), Y (y-websocket), W (bare broadcast). */
export type ServerName = 'ours' | 'H' | 'H16' | 'Y' | 'W'

/** A server process that the generator can drive. */
export interface ServerUnderTest {
  readonly name: ServerName
  readonly wire: WireName
  readonly port: number
  /** Where it stores what it acknowledged earlier; null when its acknowledgement means durable, or it stores nothing. */
  readonly databaseFile: string | null
  /** New rooms of these sizes, each a list of places to take. */
  openRooms(sizes: readonly number[]): Promise<readonly (readonly Place[])[]>
  /** `kill -9`, the power plug. */
  kill(): Promise<void>
  /** Starts again on the same data. */
  restart(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

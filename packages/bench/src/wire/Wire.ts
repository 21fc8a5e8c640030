/** What a frame from a server means to the generator. */
export type Incoming =
  /** Document content: a Yjs V1 update. */
  | { readonly type: 'update'; readonly update: Uint8Array }
  /** The server holds the document and this client may write. */
  | { readonly type: 'ready' }
  /** The oldest edit that is still unacknowledged is acknowledged. */
  | { readonly type: 'acknowledged' }
  | { readonly type: 'refused'; readonly reason: string }
  /** Presence, pings and the like. */
  | { readonly type: 'other' }

/** A room to join: its document and the token of the one who joins. */
export interface Place {
  readonly documentName: string
  readonly token: string
}

/** One server's dialect, as little of it as a load generator needs. */
export interface Wire {
  /** Path of the upgrade request. */
  path(place: Place): string
  /** Frames to send as soon as the socket is open. */
  greet(place: Place): readonly Uint8Array[]
  /** Frames to send in answer to a frame. */
  answer(place: Place, frame: Uint8Array): readonly Uint8Array[]
  encodeUpdate(place: Place, update: Uint8Array): Uint8Array
  /** A frame may carry several messages. */
  decode(frame: Uint8Array): readonly Incoming[]
  /** Whether an edit is acknowledged by the server at all. */
  readonly acknowledges: boolean
}

/** Names of the dialects, as a job for the generator names them. */
export type WireName = 'hocuspocus' | 'y-websocket' | 'bare'

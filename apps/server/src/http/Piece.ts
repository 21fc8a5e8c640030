import type { ServerResponse } from 'node:http'

/** A piece of an answer that goes on: its bytes, and the same as a chunk (RFC 9112, section 7.1). */
export interface Piece {
  readonly bytes: Buffer
  readonly chunk: Buffer
}

/** Written out once, however many get it. */
export function pieceOf(text: string): Piece {
  const bytes = Buffer.from(text)
  const chunk = Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
  return { bytes, chunk }
}

/**
 * Write a piece behind whatever the answer has written; its head must have been flushed. The chunk goes to the socket as
 * it is: Node's own way frames it anew in four parts and joins them a tick later for each reader, at twice the processor
 * time (26 against 14 µs for 1.5 kB, 300 readers). An answer that still waits for its socket behind another one, or that
 * is not chunked, takes that way.
 */
export function writePiece(answer: ServerResponse, { bytes, chunk }: Piece): void {
  if (answer.chunkedEncoding && answer.socket?.writable) answer.socket.write(chunk)
  else answer.write(bytes)
}

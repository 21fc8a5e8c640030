/** A document that nobody has: the server's answer to it needs no seat and opens nothing. */
const NOBODYS = `workshop/${'check'.padEnd(22, '-')}`

const TOKEN_FRAME = 2

/**
 * The first frame of the sync protocol (Hocuspocus: name, type, kind, token, version), without a token. Every server
 * answers it with a refusal, which is all that a check wants to hear.
 */
export function greeting(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...shortText(NOBODYS), TOKEN_FRAME, 0, ...shortText(''), ...shortText('4.7.0')])
}

/** A text of less than 128 bytes with its length before it. */
function shortText(text: string): readonly number[] {
  const bytes = new TextEncoder().encode(text)
  return [bytes.length, ...bytes]
}

import { isModerating } from '@tafelrunde/protocol'
import type { Seat } from '../seams.ts'

/** A state beyond this is dropped: a cursor, a selection of some dozen notes and an identity need a tenth of it. */
const MAX_STATE_BYTES = 4_096

/** Colours of cursors for clients that do not know our numbers; the same hues as our own client's, on light ground. */
const COLOURS = [
  '#0d5a61',
  '#8a5a00',
  '#6d3c78',
  '#3f6b1f',
  '#9c3d2b',
  '#37527d',
  '#9a2f63',
  '#5c5a14',
  '#2a6f4f',
  '#7a4a2c',
  '#4b4a9c',
  '#4a545b',
] as const

/**
 * Put the server's identity into a presence state, and nothing else of the sender's in its place.
 *
 * `seat` is for our own client, `user` for all that follow the convention of y-prosemirror, Tiptap and y-codemirror. The
 * text is written anew from what was parsed: of equal keys only one is left, so no reader can see another than we do.
 * Returns null for what is no object, too large, or reaches for the prototype of whoever reads it.
 */
export function stampPresence(state: string, seat: Seat): string | null {
  if (Buffer.byteLength(state) > MAX_STATE_BYTES) return null
  try {
    const value: unknown = JSON.parse(state)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const text = JSON.stringify({ ...value, ...identityOf(seat) })
    return text.includes('"__proto__":') ? null : text
  } catch {
    return null
  }
}

function identityOf({ id, name, organisation, role }: Seat) {
  const colour = cursorColour(id)
  // Who gave no name gets the one that the reading client has for strangers, in its own language.
  const shownName = name || organisation
  return {
    // Whoever looks on for the moderators is known as such by everybody.
    seat: { id, name, organisation, colour, ...(isModerating(role) && { isModerating: true }) },
    user: { ...(shownName && { name: shownName }), color: COLOURS[colour] },
  }
}

/** A number 0..11 that stays with a seat, so that a person's cursor has one colour for everybody. */
function cursorColour(seatId: string): number {
  let sum = 0
  for (let i = 0; i < seatId.length; i += 1) sum = (sum * 31 + seatId.charCodeAt(i)) >>> 0
  return sum % COLOURS.length
}

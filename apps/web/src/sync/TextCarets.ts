import type { yCursorPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { isSameValue } from './isSameValue.ts'
import type { PresenceSession, PresentSeat } from './presence.ts'
import { createSource } from './Source.ts'
import { parseTextCursor, type TextCursor, type TextPosition } from './TextCursor.ts'

type Awareness = Parameters<typeof yCursorPlugin>[0]

/** A person's caret as the cursor plugin draws it. */
export interface CaretOwner {
  readonly name: string
  /** Number 0 to 11. */
  readonly colour: number
}

/** Whose carets an editor shows, and under which names. */
export interface CaretParts {
  readonly presence: PresenceSession
  readonly nameOf: (seat: PresentSeat) => string
}

/**
 * Everybody's carets, in the shape of an awareness: what y-tiptap's cursor plugin asks for and nothing more.
 *
 * The plugin must not write into the real one, whose state `BoardPresence` owns and which is exchanged after a refusal;
 * and it must not read there what nobody has checked.
 */
export class TextCarets {
  private readonly ydoc: Y.Doc
  private readonly parts: CaretParts
  private readonly shown = createSource<ReturnType<typeof this.read>>([], isSameValue)
  private readonly listeners = new Map<unknown, () => void>()
  private own: TextCursor | null = null

  constructor(ydoc: Y.Doc, parts: CaretParts) {
    this.ydoc = ydoc
    this.parts = parts
  }

  /** For the plugin. */
  get asAwareness(): Awareness {
    return this as unknown as Awareness
  }

  getStates(): Map<number, { cursor: TextCursor; user: CaretOwner & { color: string } }> {
    this.shown.set(this.read())
    return new Map(
      this.shown.get().map(({ clientId, cursor, name, colour }) => {
        // The plugin warns about what is no colour of its own; ours are in the style sheet.
        const user = { name, colour, color: '#000000' }
        const { anchor, head } = JSON.parse(cursor) as TextCursor
        return [clientId, { cursor: { anchor: this.drawable(anchor), head: this.drawable(head) }, user }]
      }),
    )
  }

  getLocalState(): { cursor: TextCursor | null } {
    return { cursor: this.own }
  }

  setLocalStateField(_field: 'cursor', cursor: unknown): void {
    if (cursor === null && this.own === null) return
    this.own = parseTextCursor(JSON.parse(JSON.stringify(cursor)))
    this.parts.presence.update({ cursor: this.own })
  }

  on(_event: 'change', listener: () => void): void {
    const stops = [
      this.parts.presence.others.subscribe(() => this.shown.set(this.read())),
      this.shown.subscribe(() => listener()),
    ]
    this.listeners.set(listener, () => stops.forEach((stop) => stop()))
  }

  off(_event: 'change', listener: () => void): void {
    this.listeners.get(listener)?.()
    this.listeners.delete(listener)
  }

  /**
   * The plugin draws nobody in front of the first letter who is held by that letter, as in clients of y-prosemirror; it
   * wants them held by the beginning.
   */
  private drawable(position: TextPosition): TextPosition {
    if (!position.type || !position.item) return position
    const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), this.ydoc)
    if (place?.index !== 0 || !(place.type instanceof Y.XmlText)) return position
    return { ...position, item: null, assoc: -1 }
  }

  /** Flat, so that a pointer that moves redraws no caret. */
  private read() {
    return this.parts.presence.others.get().flatMap(({ clientId, seat, cursor }) => {
      if (!cursor) return []
      return [{ clientId, name: this.parts.nameOf(seat), colour: seat.colour, cursor: JSON.stringify(cursor) }]
    })
  }
}

/** Id of a part of a Yjs document. */
interface PartId {
  readonly client: number
  readonly clock: number
}

/** A place in a text that moves with it, as Yjs writes it; here always by ids, never by the name of a root. */
export interface TextPosition {
  readonly type: PartId | null
  readonly tname: null
  readonly item: PartId | null
  readonly assoc: number
}

/** Where somebody writes in a text of the board: the `cursor` of a presence state, as y-prosemirror has it. */
export interface TextCursor {
  readonly anchor: TextPosition
  readonly head: TextPosition
}

/** Read somebody else's cursor; null for what an editor of ours could not follow. Never throws. */
export function parseTextCursor(value: unknown): TextCursor | null {
  if (!isRecord(value)) return null
  const anchor = parsePosition(value['anchor'])
  const head = parsePosition(value['head'])
  return anchor && head && { anchor, head }
}

/** A position by the name of a root would make that root in our copy. */
function parsePosition(value: unknown): TextPosition | null {
  if (!isRecord(value)) return null
  const { type = null, tname = null, item = null, assoc = 0 } = value
  if (tname !== null || (type === null && item === null)) return null
  if (!isPartIdOrNull(type) || !isPartIdOrNull(item) || !Number.isSafeInteger(assoc)) return null
  return { type: copyOf(type), tname, item: copyOf(item), assoc: assoc as number }
}

function isPartIdOrNull(value: unknown): value is PartId | null {
  return value === null || (isRecord(value) && isCount(value['client']) && isCount(value['clock']))
}

function copyOf(id: PartId | null): PartId | null {
  return id && { client: id.client, clock: id.clock }
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

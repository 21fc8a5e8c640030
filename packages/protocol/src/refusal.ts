import type { ErrorCode } from './errors.ts'
import { isErrorCode } from './errors.ts'

/**
 * Stateless messages of the refusal protocol, sent as JSON over the sync connection of one document.
 *
 * `writing.ending` (server): writing ends soon for the reason; finish, send what is unsent, then answer.
 * `writing.flushed` (client): everything typed before this message has been sent.
 * `writing.open` (server): the board takes edits again (after a freeze, lock or step that closed it).
 * `seat.changed` (server, over the workshop's document): the seat's group, role or rights are others now; ask for them.
 */
export type RefusalMessage =
  | { readonly type: 'writing.ending'; readonly reason: ErrorCode; readonly id: string; readonly graceMs: number }
  | { readonly type: 'writing.flushed'; readonly id: string }
  | { readonly type: 'writing.open' }
  | { readonly type: 'seat.changed' }

/** Serialise a message for the wire. */
export function encodeRefusalMessage(message: RefusalMessage): string {
  return JSON.stringify(message)
}

/** Parse a stateless payload; null for anything else. Never throws. */
export function parseRefusalMessage(payload: string): RefusalMessage | null {
  if (payload.length > 500) return null
  let value: unknown
  try {
    value = JSON.parse(payload)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  const message = value as Record<string, unknown>
  if (message['type'] === 'writing.open' || message['type'] === 'seat.changed') return { type: message['type'] }
  if (typeof message['id'] !== 'string') return null
  if (message['type'] === 'writing.flushed') return { type: 'writing.flushed', id: message['id'] }
  if (message['type'] !== 'writing.ending' || !isErrorCode(message['reason'])) return null
  const graceMs = typeof message['graceMs'] === 'number' ? message['graceMs'] : 3000
  return { type: 'writing.ending', reason: message['reason'], id: message['id'], graceMs }
}

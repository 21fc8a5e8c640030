import type { IncomingMessage } from 'node:http'
import { parseDocumentName, type ErrorCode } from '@tafelrunde/protocol'
import { isTicket } from '../../links/tokens.ts'
import { pathOf } from '../acceptSocket.ts'
import { deniedFrame } from '../frames.ts'
import type { Front } from '../Front.ts'
import type { SocketEndpoint } from '../SocketEndpoint.ts'
import { meaningOf, tokenFrame, type Meaning } from './dialect.ts'
import { ReturnBrake } from './ReturnBrake.ts'
import { YjsWire, type YjsWireHost } from './YjsWire.ts'

/** The document's name follows, plain or percent-encoded. */
const PATH = '/yjs/'

/** The sub-protocol that a client names beside its ticket, and the only one that it is answered with. */
const SUB_PROTOCOL = 'tafelrunde'

/** Longest name as it stands in the address; names have 31 characters at most. */
const MAX_NAME_CHARACTERS = 200

/**
 * `/yjs/<document name>`: the y-websocket protocol, for clients that have a ticket.
 *
 * Behind its wires everything is as for `/sync`: scan, claims, permissions, journal, budgets. A refusal comes after the
 * upgrade, because a browser tells a page nothing of what came before.
 */
export function yjsEndpoint(front: Pick<Front, 'open'>, brake = new ReturnBrake()): SocketEndpoint {
  const host = { ...sharedMeanings(), refused: (ticket: string) => brake.refused(ticket) }
  return {
    matches: (path) => path.startsWith(PATH),
    accept(upgraded) {
      const address = nameOf(upgraded.request)
      const ticket = ticketOf(upgraded.request)
      const about = { schemaVersion: null }
      const socket = front.open((events) => new YjsWire({ upgraded, events, host, address, ticket }), about)
      const refusal = refuseEntry(address, ticket)
      if (refusal) socket.sendDirectly(deniedFrame(address, refusal))
      else socket.receive(tokenFrame(address, ticket))
      return socket
    },
  }
}

function refuseEntry(address: string, ticket: string): ErrorCode | null {
  if (address === '') return 'document.unknown'
  if (ticket === '') return 'token.missing'
  return isTicket(ticket) ? null : 'ticket.unknown'
}

/** The document that the address names; empty if that is no name of a document. */
function nameOf(request: IncomingMessage): string {
  const encoded = pathOf(request).slice(PATH.length)
  if (encoded.length > MAX_NAME_CHARACTERS) return ''
  try {
    const name = decodeURIComponent(encoded)
    return parseDocumentName(name) ? name : ''
  } catch {
    return '' // not an encoding
  }
}

/** What stands beside our name in the list of sub-protocols, or in the query; empty if there is nothing. */
function ticketOf(request: IncomingMessage): string {
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const shown = protocols.find((name) => name !== '' && name !== SUB_PROTOCOL)
  if (shown !== undefined) return shown
  return new URLSearchParams((request.url ?? '').split('?', 2)[1] ?? '').get('token') ?? ''
}

/** A broadcast is one frame for all its receivers; so is its translation. */
function sharedMeanings(): Pick<YjsWireHost, 'meaningOf'> {
  let lastFrame: Uint8Array | null = null
  let lastMeaning: Meaning | null = null
  return {
    meaningOf(frame) {
      if (frame !== lastFrame) {
        lastMeaning = meaningOf(frame)
        lastFrame = frame
      }
      return lastMeaning
    },
  }
}

import { HttpSocket } from '@tafelrunde/http-socket'
import { WebSocket } from 'ws'
import type { Acknowledgements } from './Acknowledgements.ts'

/** What carries a participant's frames: a WebSocket, or HTTP requests as where WebSockets are blocked. */
export type Transport = 'websocket' | 'http'

/** What `WebSocketPolyfill` of a provider needs. */
export type SocketClass = new (url: string) => { readonly readyState: number }

/** A socket class whose sockets tell what really went over them. */
export function observedSocket(transport: Transport, acknowledgements: Acknowledgements): SocketClass {
  return transport === 'http' ? overHttp(acknowledgements) : overWebSocket(acknowledgements)
}

function overWebSocket(acknowledgements: Acknowledgements): SocketClass {
  return class ObservedWebSocket extends WebSocket {
    constructor(url: string) {
      super(url)
      // The provider drops a socket that never opened after it has taken its listeners off; that is no error here.
      this.on('error', () => undefined)
      this.on('open', () => acknowledgements.reconnected())
      this.on('message', (data: ArrayBuffer) => acknowledgements.received(new Uint8Array(data)))
    }

    override send(data: Uint8Array): void {
      if (this.readyState === this.OPEN) acknowledgements.sent(data)
      super.send(data)
    }
  }
}

function overHttp(acknowledgements: Acknowledgements): SocketClass {
  const network = { streamsAgainAt: 0 }
  return class ObservedHttpSocket extends HttpSocket {
    constructor(url: string) {
      super(url, { network })
      this.addEventListener('open', () => acknowledgements.reconnected())
      this.addEventListener('message', (event) =>
        acknowledgements.received(new Uint8Array((event as MessageEvent).data as ArrayBuffer)),
      )
    }

    override send(data: Uint8Array): void {
      if (this.readyState === this.OPEN) acknowledgements.sent(data)
      super.send(data)
    }
  }
}

import type { NetworkEnd } from './NetworkEnd.ts'
import type { SimulatedNetwork } from './SimulatedNetwork.ts'

type Listener = (event: unknown) => void

/** The part of a browser's WebSocket that sync providers use. */
export interface WebSocketSurface {
  readonly readyState: number
  send(data: Uint8Array): void
  close(code?: number, reason?: string): void
  addEventListener(name: string, listener: Listener): void
  removeEventListener(name: string, listener: Listener): void
}

/** Sees what really passes a host's sockets. */
export interface SocketObserver {
  readonly opened?: () => void
  readonly sent?: (bytes: Uint8Array) => void
  readonly received?: (bytes: Uint8Array) => void
}

/** A class to be used in place of `WebSocket` (as a provider's `WebSocketPolyfill`) by one host of a simulated network. */
export function simulatedWebSocket(
  network: SimulatedNetwork,
  host: string,
  observer: SocketObserver = {},
): new (url: string) => WebSocketSurface {
  return class SimulatedWebSocket implements WebSocketSurface {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    binaryType = 'arraybuffer'
    readyState = 0
    readonly url: string
    readonly #end: NetworkEnd
    readonly #listeners = new Map<string, Set<Listener>>()

    constructor(url: string) {
      this.url = url
      this.#end = network.connect(host)
      this.#end.onOpen = () => {
        if (this.readyState !== 0) return
        this.readyState = 1
        observer.opened?.()
        this.#tell('open', { type: 'open' })
      }
      this.#end.onMessage = (bytes) => {
        if (this.readyState !== 1) return
        observer.received?.(bytes)
        this.#tell('message', { type: 'message', data: bytes.buffer })
      }
      this.#end.onClose = (close) => {
        this.readyState = 3
        this.#tell('close', { type: 'close', ...close })
      }
    }

    send(data: Uint8Array): void {
      if (this.readyState !== 1) return
      observer.sent?.(data)
      this.#end.send(data)
    }

    close(code = 1000, reason = ''): void {
      if (this.readyState >= 2) return
      const wasOpen = this.readyState === 1
      this.readyState = 2
      if (wasOpen) this.#end.end({ code, reason })
      else this.#end.break()
    }

    addEventListener(name: string, listener: Listener): void {
      const listeners = this.#listeners.get(name) ?? new Set()
      listeners.add(listener)
      this.#listeners.set(name, listeners)
    }

    removeEventListener(name: string, listener: Listener): void {
      this.#listeners.get(name)?.delete(listener)
    }

    #tell(name: string, event: unknown): void {
      for (const listener of Array.from(this.#listeners.get(name) ?? [])) listener(event)
    }
  }
}

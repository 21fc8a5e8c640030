import { ERRORS, type ErrorCode } from '@tafelrunde/protocol'
import type { NetworkEnd } from '@tafelrunde/testkit'
import { MAX_BACKLOG_BYTES } from '../../src/front/Outbox.ts'
import type { Wire, WireEvents } from '../../src/front/Wire.ts'

/** The server's end of a simulated connection, as the front sees every transport. */
export class SimulatedWire implements Wire {
  readonly silenceMs = 45_000
  readonly #end: NetworkEnd

  constructor(end: NetworkEnd, events: WireEvents) {
    this.#end = end
    end.onMessage = (bytes) => events.receive(bytes)
    end.onClose = () => events.closed()
  }

  get isOpen(): boolean {
    return this.#end.isOpen
  }
  get backlogBytes(): number {
    return this.#end.backlogBytes
  }
  get isPaused(): boolean {
    return this.#end.isPaused
  }

  send(frame: Uint8Array): void {
    if (this.backlogBytes > MAX_BACKLOG_BYTES) this.terminate()
    else this.#end.send(frame)
  }
  sendPresence(frame: Uint8Array): void {
    this.#end.send(frame)
  }
  pause(): void {
    this.#end.pause()
  }
  resume(): void {
    this.#end.resume()
  }
  end(code: ErrorCode): void {
    this.#end.end({ code: ERRORS[code].close, reason: code })
  }
  terminate(): void {
    this.#end.break()
  }
}

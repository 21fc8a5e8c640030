import { ERRORS, type ErrorCode } from '@tafelrunde/protocol'
import type { Wire } from '../front/Wire.ts'

/** A wire without a network; `ended` is how it was closed. */
export class FakeWire implements Wire {
  readonly silenceMs = 45_000
  readonly sent: Uint8Array[] = []
  backlogBytes = 0
  isPaused = false
  ended: string | null = null
  get isOpen(): boolean {
    return this.ended === null
  }
  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  sendPresence(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  end(code: ErrorCode): void {
    this.ended = `${ERRORS[code].close} ${code}`
  }
  terminate(): void {
    this.ended = 'cut off'
  }
  pause(): void {
    this.isPaused = true
  }
  resume(): void {
    this.isPaused = false
  }
}

import type { CarrierSocket, Carriers } from '../AdaptiveSocket.ts'

/** One end of a connection without a network; the test says when it opens, speaks and breaks. */
export class FakeCarrier extends EventTarget implements CarrierSocket {
  binaryType = ''
  readyState = 0
  readonly sent: string[] = []

  send(data: Uint8Array): void {
    this.sent.push(new TextDecoder().decode(data))
  }

  close(): void {
    this.readyState = 2
  }

  open(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  say(text: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: new TextEncoder().encode(text).buffer }))
  }

  break(code = 1006, reason = ''): void {
    this.readyState = 3
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason }))
  }
}

/** A network on which WebSockets and plain HTTP work, fail or say nothing, as the test says. */
export class FakeCarriers implements Carriers {
  /** `hanging`: neither opens nor fails. */
  websocket: 'open' | 'refused' | 'hanging' = 'open'
  overHttp: 'open' | 'refused' | 'hanging' = 'open'
  readonly made: { kind: 'websocket' | 'http'; carrier: FakeCarrier }[] = []

  readonly webSocket = (): CarrierSocket => this.make('websocket', this.websocket)
  readonly http = async (): Promise<CarrierSocket> => this.make('http', this.overHttp)

  get kinds(): readonly string[] {
    return this.made.map(({ kind }) => kind)
  }

  /** The newest carrier. */
  get last(): FakeCarrier {
    const last = this.made.at(-1)
    if (!last) throw new Error('no carrier was made')
    return last.carrier
  }

  private make(kind: 'websocket' | 'http', how: 'open' | 'refused' | 'hanging'): FakeCarrier {
    const carrier = new FakeCarrier()
    this.made.push({ kind, carrier })
    if (how === 'open') setTimeout(() => carrier.readyState === 0 && carrier.open(), 50)
    if (how === 'refused') setTimeout(() => carrier.readyState === 0 && carrier.break(), 50)
    return carrier
  }
}

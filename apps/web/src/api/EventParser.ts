/** One event of a stream; `data` is parsed JSON and must be checked by who reads it. */
export interface StreamEvent {
  readonly id: string
  readonly type: string
  readonly data: unknown
}

/** Splits the text of an event stream into events (WHATWG HTML, server-sent events). Broken JSON is skipped. */
export class EventParser {
  private readonly onEvent: (event: StreamEvent) => void
  private rest = ''
  private id = ''
  private type = ''
  private data: string[] = []

  constructor(onEvent: (event: StreamEvent) => void) {
    this.onEvent = onEvent
  }

  /** Take the next piece; pieces may end anywhere, also inside a line. */
  push(piece: string): void {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/)
    this.rest = lines.pop() ?? ''
    for (const line of lines) this.takeLine(line)
  }

  private takeLine(line: string): void {
    if (line === '') return this.dispatch()
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'id') this.id = value
    if (field === 'event') this.type = value
    if (field === 'data') this.data.push(value)
  }

  private dispatch(): void {
    const { id, type, data } = this
    this.type = ''
    this.data = []
    if (data.length === 0) return
    let parsed: unknown
    try {
      parsed = JSON.parse(data.join('\n'))
    } catch {
      return
    }
    this.onEvent({ id, type: type || 'message', data: parsed })
  }
}

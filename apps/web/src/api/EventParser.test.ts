import { describe, expect, test } from 'vitest'
import { EventParser, type StreamEvent } from './EventParser.ts'

function parse(pieces: readonly string[]): StreamEvent[] {
  const events: StreamEvent[] = []
  const parser = new EventParser((event) => events.push(event))
  for (const piece of pieces) parser.push(piece)
  return events
}

describe('EventParser', () => {
  const text = ': hello\n\nid: 7\nevent: patch\ndata: {"a":\ndata: 1}\n\ndata: 2\n\n'

  test('reads type, id and data over several lines, and keeps the id for the events after it', () => {
    expect(parse([text])).toEqual([
      { id: '7', type: 'patch', data: { a: 1 } },
      { id: '7', type: 'message', data: 2 },
    ])
  })

  test('reads the same events wherever the pieces are cut', () => {
    for (let at = 0; at <= text.length; at += 1) {
      const events = parse([text.slice(0, at), text.slice(at)])
      expect({ at, events }).toEqual({ at, events: parse([text]) })
    }
    expect(parse(text.split(''))).toEqual(parse([text]))
  })

  test('reads line ends of any kind', () => {
    expect(parse(text.replaceAll('\n', '\r\n').split(''))).toEqual(parse([text]))
  })

  test('skips an event whose data is not JSON and reads on', () => {
    expect(parse(['data: {oops\n\ndata: 3\n\n'])).toEqual([{ id: '', type: 'message', data: 3 }])
  })

  test('an unfinished event is not told', () => {
    expect(parse(['data: 1\n'])).toEqual([])
  })
})

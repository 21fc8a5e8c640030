import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRefusalMessage, parseRefusalMessage, type RefusalMessage } from './refusal.ts'

describe('messages of the refusal protocol', () => {
  it('reads back what it writes', () => {
    const messages: RefusalMessage[] = [
      { type: 'writing.ending', reason: 'board.frozen', id: 'a', graceMs: 3000 },
      { type: 'writing.flushed', id: 'a' },
      { type: 'writing.open' },
    ]
    for (const message of messages) expect(parseRefusalMessage(encodeRefusalMessage(message))).toEqual(message)
  })

  it('takes a reason only from the error table', () => {
    expect(parseRefusalMessage('{"type":"writing.ending","reason":"<b>","id":"a","graceMs":1}')).toBeNull()
  })

  it('never throws on rubbish', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (payload) => {
        const message = parseRefusalMessage(payload)
        if (message) expect(parseRefusalMessage(encodeRefusalMessage(message))).toEqual(message)
      }),
    )
  })
})

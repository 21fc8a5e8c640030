import { verdictOf, type CheckState, type CheckTopic } from '@tafelrunde/protocol'
import { describe, expect, it } from 'vitest'
import { judge } from './judge.ts'
import type { Observations } from './Observations.ts'

const FINE: Observations = {
  latencyMs: 25,
  clockOffsetMs: 300,
  websocketMs: 40,
  streamMs: 50,
  pollMs: 60,
  hasStorage: true,
  hasDatabase: true,
  isBrowserCurrent: true,
  viewport: { width: 1440, height: 900 },
}

function states(change: Partial<Observations>): Partial<Record<CheckTopic, CheckState>> {
  return Object.fromEntries(judge({ ...FINE, ...change }).map(({ topic, state }) => [topic, state]))
}
const verdict = (change: Partial<Observations>) => verdictOf({ findings: judge({ ...FINE, ...change }) })

describe('judging a device', () => {
  it('finds a usual device all set', () => {
    expect(new Set(Object.values(states({})))).toEqual(new Set(['good']))
    expect(verdict({})).toBe('good')
  })

  it('knows that a network without WebSockets only costs time', () => {
    expect(states({ websocketMs: null })).toMatchObject({ websocket: 'limited', stream: 'good', poll: 'good' })
    expect(states({ websocketMs: null, streamMs: null })).toMatchObject({ stream: 'limited', poll: 'good' })
    expect(verdict({ websocketMs: null, streamMs: null })).toBe('limited')
  })

  it('does not bother people with ways that they do not need', () => {
    expect(states({ streamMs: null, pollMs: null })).toMatchObject({ stream: 'unneeded', poll: 'unneeded' })
    expect(verdict({ streamMs: null, pollMs: null })).toBe('good')
  })

  it('says so when no way is open, or no server answers', () => {
    expect(verdict({ websocketMs: null, streamMs: null, pollMs: null })).toBe('bad')
    expect(states({ latencyMs: null, clockOffsetMs: null })).toMatchObject({ server: 'bad', clock: 'unneeded' })
  })

  it('minds clocks that are minutes off, slow answers, tiny windows and browsers that forget', () => {
    const odd = { clockOffsetMs: -200_000, latencyMs: 900, viewport: { width: 320, height: 568 }, hasStorage: false }
    expect(states({ ...odd, hasDatabase: false })).toMatchObject({
      clock: 'limited',
      server: 'limited',
      screen: 'limited',
      storage: 'limited',
      database: 'limited',
    })
    expect(verdict({ isBrowserCurrent: false })).toBe('bad')
  })
})

import { projectPlenary, type PlenaryView, type RunState, type StepId } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import type { Plenary } from '../plenaryState.ts'
import { aBoard, aGroup, aRun } from '../testing/aPlenary.ts'
import { pictureOfText, pictureText } from './lastPicture.ts'
import { nextPicture, timerOf, type ShownPicture } from './shownPicture.ts'

const FROZEN_AT = 5_000
const views = ['Vorher', 'Nachher'].map((text): PlenaryView =>
  projectPlenary({
    run: { groups: [aGroup('a')], targetGroups: [], talks: [] },
    boards: [aBoard('a', { goals: [text] })],
    decisions: null,
  }),
)
const [before, after] = views as [PlenaryView, PlenaryView]
const runWith = (stage: Partial<RunState['stage']>): RunState =>
  aRun({ stage: { layout: 'fields', spotlight: null, frozenAt: null, page: null, ...stage } })
const aPlenary = (view: PlenaryView | null, stage: Partial<RunState['stage']> = {}): Plenary => ({
  view,
  run: runWith(stage),
  firstSeen: new Map(),
  clockOffsetMs: 0,
})
const live = (...states: Plenary[]): ShownPicture =>
  states.reduce<ShownPicture | null>(nextPicture, null) as ShownPicture
const frozen = { frozenAt: FROZEN_AT }

describe('a frozen picture', () => {
  it('stays as it was while boards, layout and page go on', () => {
    const { plenary } = live(
      aPlenary(before),
      aPlenary(before, frozen),
      aPlenary(after, frozen),
      aPlenary(after, { ...frozen, layout: 'matrix', page: 3 }),
    )
    expect(plenary.view).toBe(before)
    expect(plenary.run.stage).toEqual({ layout: 'fields', spotlight: null, frozenAt: FROZEN_AT, page: null })
  })

  it('is what was shown before the freeze, also when the news of both comes at once', () => {
    expect(live(aPlenary(before), aPlenary(after, frozen)).plenary.view).toBe(before)
  })

  it('lives on from the moment that it is thawed', () => {
    expect(live(aPlenary(before), aPlenary(before, frozen), aPlenary(after)).plenary.view).toBe(after)
  })

  it('that is frozen anew shows what was there then', () => {
    const again = live(
      aPlenary(before),
      aPlenary(before, frozen),
      aPlenary(after),
      aPlenary(before, { frozenAt: FROZEN_AT + 1 }),
    )
    expect(again.plenary.view).toBe(after)
  })

  it('on a screen that comes later is what it finds, and that stays', () => {
    expect(live(aPlenary(before, frozen), aPlenary(after, frozen)).plenary.view).toBe(before)
  })

  it('is found again after a reload; a picture of an earlier time is not', () => {
    const kept = live(aPlenary(before), aPlenary(before, frozen)).plenary
    expect(nextPicture({ plenary: kept, isLive: false }, aPlenary(after, frozen)).plenary.view).toBe(before)
    const earlier = { plenary: aPlenary(before), isLive: false }
    expect(nextPicture(earlier, aPlenary(after, frozen))).toMatchObject({ plenary: { view: after }, isLive: true })
  })

  it('shows the time that really is left, but not that of another step', () => {
    const current = { stepId: 'one' as StepId, startedAt: 0, endsAt: 60_000, isClosed: false, part: null }
    const longer = { ...current, endsAt: 240_000 }
    expect(timerOf({ current }, { current: longer })).toBe(240_000)
    expect(timerOf({ current }, null)).toBe(60_000)
    expect(timerOf({ current }, { current: { ...longer, stepId: 'two' as StepId } })).toBe(60_000)
  })
})

describe('the picture', () => {
  it('stands when the plenary closes for this screen', () => {
    expect(live(aPlenary(before), aPlenary(null)).plenary.view).toBe(before)
  })

  it('is the same object as long as nothing changes, so that nothing is drawn anew', () => {
    const now = aPlenary(before)
    const shown = live(now)
    expect(nextPicture(shown, now)).toBe(shown)
    const closed = aPlenary(null)
    const standing = nextPicture(shown, closed)
    expect(nextPicture(standing, closed)).toBe(standing)
  })
})

describe('the last picture on a device', () => {
  const now = 1_000_000_000

  it('reads back as it was', () => {
    const plenary = aPlenary(before, frozen)
    const read = pictureOfText(pictureText(plenary, now), now + 1)
    expect(read).toEqual({ plenary, keptAt: now })
  })

  it('is forgotten after a day, and when it is no picture', () => {
    const text = pictureText(aPlenary(before), now)
    expect(pictureOfText(text, now + 25 * 60 * 60_000)).toBeNull()
    for (const rubbish of [undefined, '', '{', '{"version":1}', '{"version":2,"keptAt":1,"plenary":{}}', 'null']) {
      expect(pictureOfText(rubbish, now)).toBeNull()
    }
  })

  it('is not kept if it would fill the device', () => {
    const huge = { ...before, entries: Array.from({ length: 9_000 }, () => ({ text: 'x'.repeat(1_000) }) as never) }
    expect(pictureText(aPlenary(huge), now)).toBeNull()
  })
})

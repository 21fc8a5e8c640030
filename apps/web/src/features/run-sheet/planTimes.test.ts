import type { RunState, Step, StepId } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { delayMinutes, neighbourStep, planTimes } from './planTimes.ts'

const nineOClock = Date.parse('2022-03-03T09:00:00+01:00')
const minuteMs = 60_000

function aStep(id: string, minutes: number, parts: Step['parts'] = []): Step {
  return {
    id: id as StepId,
    title: id,
    instruction: '',
    minutes,
    writableRoots: [],
    where: 'groups',
    visibility: 'own',
    isPlenaryOpen: false,
    screen: 'instruction',
    parts,
    isHidden: false,
    vote: null,
    ending: 'open',
  }
}

function aRun(current: RunState['current'], startsAt: number | null = nineOClock): Parameters<typeof planTimes>[0] {
  const steps = [aStep('welcome', 12), aStep('talks', 38), aStep('break', 10), aStep('plenary', 15)]
  return { steps, current, workshop: { startsAt } as RunState['workshop'] }
}

describe('planTimes', () => {
  it('adds up the minutes from the start of the workshop', () => {
    const planned = planTimes(aRun(null))
    expect(planned.map((entry) => (entry.plannedAt! - nineOClock) / minuteMs)).toEqual([0, 12, 50, 60])
    expect(planned.every((entry) => entry.state === 'next' && entry.expectedAt === null)).toBe(true)
  })

  it('without a date still tells the minutes from the start', () => {
    const planned = planTimes(aRun(null, null))
    expect(planned.map((entry) => entry.offsetMinutes)).toEqual([0, 12, 50, 60])
    expect(planned.every((entry) => entry.plannedAt === null)).toBe(true)
  })

  it('moves what comes after the running step by the time that was added', () => {
    const startedAt = nineOClock + 14 * minuteMs
    const planned = planTimes(
      aRun({ stepId: 'talks' as StepId, startedAt, endsAt: startedAt + 41 * minuteMs, isClosed: false, part: null }),
    )
    expect(planned.map((entry) => entry.state)).toEqual(['done', 'now', 'next', 'next'])
    expect(planned.map(delayMinutes)).toEqual([0, 0, 5, 5])
  })

  it('says nothing about delays on another day than planned', () => {
    const startedAt = nineOClock + 30 * 24 * 60 * minuteMs
    const planned = planTimes(
      aRun({ stepId: 'welcome' as StepId, startedAt, endsAt: null, isClosed: false, part: null }),
    )
    expect(planned.map(delayMinutes)).toEqual([0, 0, 0, 0])
  })

  it('expects an open-ended step to take its planned minutes', () => {
    const planned = planTimes(
      aRun({ stepId: 'welcome' as StepId, startedAt: nineOClock, endsAt: null, isClosed: false, part: null }),
    )
    expect(planned.map(delayMinutes)).toEqual([0, 0, 0, 0])
  })
})

describe('neighbourStep', () => {
  const { steps } = aRun(null)

  it('begins with the first step when nothing runs', () => {
    expect(neighbourStep(steps, null, 1)?.id).toBe('welcome')
    expect(neighbourStep(steps, null, -1)).toBeNull()
  })

  it('ends after the last and before the first', () => {
    expect(neighbourStep(steps, 'plenary' as StepId, 1)).toBeNull()
    expect(neighbourStep(steps, 'welcome' as StepId, -1)).toBeNull()
    expect(neighbourStep(steps, 'talks' as StepId, 1)?.id).toBe('break')
  })
})

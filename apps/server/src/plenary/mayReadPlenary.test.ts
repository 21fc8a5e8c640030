import { expect, test } from 'vitest'
import { aRunState, aStep } from '../testing/aRunState.ts'
import { mayReadPlenary } from './mayReadPlenary.ts'

const [working, plenary] = [aStep(), aStep({ isPlenaryOpen: true })]
const sheet = aRunState({ steps: [working, plenary] })
const groupId = sheet.groups[1]!.id
const runOf = (step: typeof working) => ({ stepId: step.id, startedAt: 1, endsAt: null, isClosed: false, part: null })

test('moderators and onlookers of the whole workshop always see the plenary', () => {
  for (const role of ['owner', 'moderator', 'observer', 'screen'] as const) {
    expect(mayReadPlenary(sheet, { role, groupId: null })).toBe(true)
    expect(mayReadPlenary({ ...sheet, current: runOf(working) }, { role, groupId: null })).toBe(true)
  }
})

test('all others see it while the step that counts for their group opens it', () => {
  const person = { role: 'participant', groupId } as const
  expect(mayReadPlenary(sheet, person)).toBe(false)
  expect(mayReadPlenary({ ...sheet, current: runOf(working) }, person)).toBe(false)
  expect(mayReadPlenary({ ...sheet, current: runOf(plenary) }, person)).toBe(true)
  const behind = { ...sheet, current: runOf(plenary), groupRuns: { [groupId]: runOf(working) } }
  expect(mayReadPlenary(behind, person)).toBe(false)
  expect(mayReadPlenary(behind, { role: 'participant', groupId: null })).toBe(true)
  expect(mayReadPlenary({ ...sheet, current: runOf(working) }, { role: 'screen', groupId })).toBe(false)
})

import { newId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { applySignal } from '../signals/applySignal.ts'
import { aRunState, aStep } from '../testing/aRunState.ts'
import { applyMessageCommand } from './applyMessageCommand.ts'
import { applyRunCommand } from './applyRunCommand.ts'

const NOW = 1_000_000
const run = aRunState({ steps: [aStep(), aStep()] })
const [common, groupA, groupB] = run.groups.map(({ id }) => id)
const calling = applySignal(run, groupA!, { type: 'help', isOn: true, at: 5 })

test('a nudge is for one group, and a newer one takes its place', () => {
  let nudged = applyMessageCommand(run, { type: 'nudge', groupId: groupA!, text: 'Wie weit?' }, NOW)
  nudged = applyMessageCommand(nudged, { type: 'nudge', groupId: groupB!, text: 'Noch 5 Minuten' }, NOW)
  const first = nudged.nudges[groupA!]
  expect(first).toMatchObject({ text: 'Wie weit?', groupIds: [groupA], at: NOW })
  nudged = applyMessageCommand(nudged, { type: 'nudge', groupId: groupA!, text: 'Und jetzt?' }, NOW + 1)
  expect(nudged.nudges[groupA!]).toMatchObject({ text: 'Und jetzt?' })
  expect(nudged.nudges[groupA!]?.id).not.toBe(first?.id)
  nudged = applyMessageCommand(nudged, { type: 'nudge.clear', groupId: groupA! }, NOW)
  expect(Object.keys(nudged.nudges)).toEqual([groupB])
  expect(applyMessageCommand(nudged, { type: 'nudge.clear', groupId: groupA! }, NOW)).toBe(nudged)
})

test('going to a group ends its call and leaves what else it says', () => {
  const both = applySignal(calling, groupA!, { type: 'ready', isOn: true, at: 6 })
  const seen = applyMessageCommand(both, { type: 'help.clear', groupId: groupA! }, NOW)
  expect(seen.signals[groupA!]).toEqual({ readyAt: 6, helpAt: null })
  expect(applyMessageCommand(run, { type: 'help.clear', groupId: groupA! }, NOW)).toBe(run)
})

test('everybody is asked back to their own group, in place of the gathering before, until the next step begins', () => {
  const before = applyMessageCommand(run, { type: 'gather', groupId: common! }, NOW)
  const home = applyMessageCommand(before, { type: 'gather.own' }, NOW + 1)
  expect(home.gathering).toMatchObject({ groupId: null, isToOwnGroup: true, at: NOW + 1 })
  expect(home.gathering?.id).not.toBe(before.gathering?.id)
  expect(applyMessageCommand(home, { type: 'gather' }, NOW).gathering?.isToOwnGroup).toBe(false)
  expect(applyRunCommand(home, { type: 'step.next' }, NOW).gathering).toBeNull()
})

test('[SI3] the second moderator who goes because of an old call does not end the new one', () => {
  const clear = { type: 'help.clear', groupId: groupA!, calledAt: 5 } as const
  let later = applyMessageCommand(calling, clear, NOW)
  later = applySignal(later, groupA!, { type: 'help', isOn: true, at: 9 })
  expect(applyMessageCommand(later, clear, NOW)).toBe(later)
  expect(applyMessageCommand(later, { ...clear, calledAt: 9 }, NOW).signals[groupA!]?.helpAt).toBeNull()
})

test('everybody is gathered at one place at a time, until it ends or the next step begins', () => {
  let gathered = applyMessageCommand(run, { type: 'gather' }, NOW)
  expect(gathered.gathering).toMatchObject({ groupId: null, at: NOW })
  const first = gathered.gathering?.id
  gathered = applyMessageCommand(gathered, { type: 'gather', groupId: common! }, NOW + 1)
  expect(gathered.gathering).toMatchObject({ groupId: common })
  expect(gathered.gathering?.id).not.toBe(first)
  expect(gathered.gathering?.isToOwnGroup).toBe(false)
  expect(applyMessageCommand(gathered, { type: 'gather.end' }, NOW).gathering).toBeNull()
  expect(applyRunCommand(gathered, { type: 'step.next' }, NOW).gathering).toBeNull()
  expect(applyRunCommand(gathered, { type: 'step.next', groupId: groupA! }, NOW).gathering).toEqual(gathered.gathering)
})

test('[SI3] the next step lowers "ready" and leaves a call for help standing', () => {
  const both = applySignal(calling, groupA!, { type: 'ready', isOn: true, at: 6 })
  expect(applyRunCommand(both, { type: 'step.next' }, NOW).signals[groupA!]).toEqual({ readyAt: null, helpAt: 5 })
  expect(applyRunCommand(both, { type: 'step.next', groupId: groupB! }, NOW).signals[groupA!]?.readyAt).toBe(6)
})

test('a message to a group that does not exist is refused', () => {
  for (const type of ['nudge', 'gather', 'help.clear'] as const) {
    const command = { type, groupId: newId(), text: 'Hallo' }
    expect(() => applyRunCommand(run, command as never, NOW)).toThrow(
      expect.objectContaining({ code: 'group.unknown' }),
    )
  }
})

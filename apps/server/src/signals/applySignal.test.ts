import { expect, test } from 'vitest'
import { aRunState } from '../testing/aRunState.ts'
import { applySignal, signalsOf } from './applySignal.ts'

const run = aRunState()
const groupId = run.groups[1]!.id

test('a call for help keeps the time of the first who called', () => {
  const called = applySignal(run, groupId, { type: 'help', isOn: true, at: 5 })
  expect(signalsOf(called, groupId)).toEqual({ readyAt: null, helpAt: 5 })
  expect(applySignal(called, groupId, { type: 'help', isOn: true, at: 9 })).toBe(called)
})

test('ready and help are told apart, and each is taken back alone', () => {
  let both = applySignal(run, groupId, { type: 'help', isOn: true, at: 5 })
  both = applySignal(both, groupId, { type: 'ready', isOn: true, at: 6 })
  expect(signalsOf(both, groupId)).toEqual({ readyAt: 6, helpAt: 5 })
  expect(signalsOf(applySignal(both, groupId, { type: 'help', isOn: false, at: 7 }), groupId)).toEqual({
    readyAt: 6,
    helpAt: null,
  })
})

test('taking back what nobody has said changes nothing', () => {
  expect(applySignal(run, groupId, { type: 'ready', isOn: false, at: 1 })).toBe(run)
})

import { expect, it } from 'vitest'
import type { Scenario } from '../Scenario.ts'
import { printReport } from './printReport.ts'
import type { Outcome, Result } from './Result.ts'

const scenario = (id: string): Scenario => ({
  id,
  title: 'The disk is full.',
  criterion: 'Nothing is lost.',
  peers: { H: true, Y: 'stores nothing' },
  run: () => Promise.reject(new Error('not here')),
})
const found = (held: boolean): Outcome => ({
  type: 'finding',
  seconds: 1,
  finding: { summary: 'seen', checks: [{ what: 'every note | is there', held, seen: '3 missing' }] },
})
const result: Result = {
  id: 'F3',
  title: '',
  criterion: '',
  size: 'small',
  at: Date.UTC(2026, 0, 2),
  machine: '2 × CPU',
  outcomes: { ours: found(true), H: found(false), Y: { type: 'doesNotApply', reason: 'stores nothing' } },
}

it('shows at a glance who holds, and sums only what applies', () => {
  const page = printReport([scenario('F3'), scenario('F4')], [result])
  expect(page).toContain('| F3 | The disk is full. | ✔ | ✘ | – |')
  expect(page).toContain('| F4 | The disk is full. | not run | not run | not run |')
  expect(page).toContain('| | holds | **1 of 2** | **0 of 2** | **0 of 1** |')
})

it('names what did not hold and why a question does not apply', () => {
  const page = printReport([scenario('F3')], [result])
  expect(page).toContain('✘ seen; not held: every note \\| is there (3 missing) | – stores nothing |')
  expect(page).toContain('- ✔ every note | is there: 3 missing')
  expect(page).toContain('2026-01-02, size small, on 2 × CPU')
})

import type { CockpitAct } from '@tafelrunde/protocol'
import { newId, type RunState } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { cockpit } from '../../i18n/messages/cockpit.de.ts'
import { actText } from './actText.ts'
import type { Cockpit } from './cockpitState.ts'

const [mo, ida, groupId, stepId] = [newId<string>(), newId<string>(), newId<string>(), newId<string>()]
const run = {
  steps: [{}, { id: stepId, title: 'Analyse' }],
  groups: [{ id: groupId, name: 'Studierende' }],
} as unknown as RunState
const seats = [{ id: mo, name: 'Mo' }] as unknown as Cockpit['seats']
const said = (act: Partial<CockpitAct>) =>
  actText(
    { seatId: mo, at: 1, event: 'run.commanded', command: null, groupId: null, stepId: null, ...act },
    { run, seats, ownSeatId: ida, t: cockpit.team },
  )

it('says who started which step, and for which group', () => {
  expect(said({ command: 'step.next', stepId })).toBe('Mo hat Schritt 2 gestartet: Analyse')
  expect(said({ command: 'step.start', stepId, groupId })).toBe('Mo hat Schritt 2 gestartet: Analyse (Studierende)')
})

it('has words for an act of a newer server, a step that is gone and a person who is gone', () => {
  expect(said({ command: 'piano.play' })).toBe('Mo hat etwas geändert')
  expect(said({ event: 'snapshot.kept' })).toBe('Mo hat einen Stand gesichert')
  expect(said({ command: 'step.next', stepId: newId<string>() })).toBe('Mo hat etwas geändert')
  expect(said({ command: 'nudge', groupId, seatId: newId<string>() })).toBe(
    'Jemand aus dem Team hat eine Gruppe angestupst (Studierende)',
  )
  expect(said({ event: 'step.ended', seatId: null, stepId })).toBe('Die Uhr hat das Schreiben beendet')
  expect(said({ command: 'freeze', seatId: ida })).toBe('Sie haben eingefroren')
})

import type { CockpitAct } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import type { Messages } from '../../i18n/messages.ts'
import type { Cockpit } from './cockpitState.ts'

/** Commands that make a step the current one. */
const STARTING: readonly (string | null)[] = ['step.start', 'step.next', 'step.back']

/** What the server does by itself when it is time. */
const OF_THE_CLOCK: readonly string[] = ['step.ended', 'part.began']

/** "Mo hat Schritt 4 gestartet: Analyse (Studierende)". */
export function actText(
  act: CockpitAct,
  { run, seats, ownSeatId, t }: Pick<Cockpit, 'run' | 'seats'> & { ownSeatId: string; t: Messages['cockpit']['team'] },
): string {
  const who =
    seats.find(({ id }) => id === act.seatId)?.name || (OF_THE_CLOCK.includes(act.event) ? t.clock : t.someone)
  const sentence = t.has({ name: who, what: whatOf(act, run, t), isYou: act.seatId === ownSeatId })
  const name = run.groups.find(({ id }) => id === act.groupId)?.name
  return name ? sentence + t.forGroup({ name }) : sentence
}

function whatOf(act: CockpitAct, run: RunState, t: Messages['cockpit']['team']): string {
  if (STARTING.includes(act.command)) {
    const index = run.steps.findIndex(({ id }) => id === act.stepId)
    const step = run.steps[index]
    if (step) return t.started({ number: index + 1, title: step.title })
  }
  return (act.command === null ? t.events[act.event] : t.commands[act.command]) ?? t.other
}

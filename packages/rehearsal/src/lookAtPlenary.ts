import { PlenaryState } from '@tafelrunde/protocol'
import type { PlenaryView, RunState, Step, StepAccount } from '@tafelrunde/schema/plain'
import { refusalOr } from './Api.ts'
import type { Crew } from './Crew.ts'
import type { Scene } from './Scene.ts'

type Sight = Pick<StepAccount, 'isScreenEmpty' | 'plenary'>

/** What the screen shows at the end of a step, and what people have of the plenary on their own devices. */
export async function lookAtPlenary(scene: Scene, crew: Crew, step: Step): Promise<Sight> {
  const { api, order } = scene
  const shown = await refusalOr(
    api.call('GET', `/workshops/${order.workshopId}/plenary`, { schema: PlenaryState, token: crew.screen }),
  )
  const isScreenEmpty = 'refusal' in shown || isEmpty(step, viewOf(shown.value), runOf(shown.value))
  return { isScreenEmpty, plenary: step.isPlenaryOpen ? await askSomebody(crew) : null }
}

async function askSomebody({ people }: Crew): Promise<StepAccount['plenary']> {
  const [person] = people
  if (!person) return null
  const plenary = await person.readPlenary()
  if (!plenary) return { isRefused: true, entries: 0 }
  const { entries, recommendations } = viewOf(plenary)
  return { isRefused: false, entries: entries.length + recommendations.length }
}

/** Whether the layout of the step has nothing to show. */
export function isEmpty(
  step: Pick<Step, 'screen' | 'title' | 'instruction' | 'parts'>,
  view: Pick<PlenaryView, 'entries' | 'canvases' | 'recommendations'>,
  run: Pick<RunState, 'rounds'>,
): boolean {
  switch (step.screen) {
    case 'instruction': {
      const words = [step, ...step.parts].flatMap(({ title, instruction }) => [title, instruction])
      return words.every((text) => text.trim() === '')
    }
    case 'fields':
    case 'columns':
      return view.entries.length === 0
    case 'coverage':
    case 'board':
      return view.canvases.length === 0 && view.entries.length === 0
    case 'recommendations':
    case 'ranking':
    case 'matrix':
    case 'commitments':
      return view.recommendations.length === 0
    case 'vote':
      return run.rounds.length === 0
  }
}

// The protocol names neither; the server sends what the schema package calls so.
function viewOf({ view }: PlenaryState): PlenaryView {
  return view as unknown as PlenaryView
}

function runOf({ run }: PlenaryState): RunState {
  return run as unknown as RunState
}

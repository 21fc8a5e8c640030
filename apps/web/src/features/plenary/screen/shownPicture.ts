import type { RunState } from '@tafelrunde/schema/plain'
import type { Plenary } from '../plenaryState.ts'

/** What a screen has in front of the room, and where it comes from. */
export interface ShownPicture {
  readonly plenary: Plenary
  /** False for what was kept on this device from an earlier visit. */
  readonly isLive: boolean
}

/**
 * The picture after the server has sent `live`.
 *
 * A frozen picture stays exactly as it was at the moment of the freeze, whatever the boards and the moderators do. A
 * screen that was not there at that moment shows what it finds, and keeps that. Only the time goes on (`timerOf`).
 */
export function nextPicture(shown: ShownPicture | null, live: Plenary): ShownPicture {
  const { frozenAt } = live.run.stage
  if (shown && frozenAt !== null) {
    if (shown.plenary.run.stage.frozenAt === frozenAt) return shown
    if (shown.isLive && shown.plenary.run.stage.frozenAt === null)
      return { plenary: frozen(shown.plenary, frozenAt), isLive: true }
  }
  const view = live.view ?? shown?.plenary.view ?? null
  if (shown?.isLive && shown.plenary.run === live.run && shown.plenary.view === view) return shown
  return { plenary: view === live.view ? live : { ...live, view }, isLive: true }
}

function frozen(plenary: Plenary, frozenAt: number): Plenary {
  return { ...plenary, run: { ...plenary.run, stage: { ...plenary.run.stage, frozenAt } } }
}

/** When the running step ends: also under a frozen picture the time that counts, as long as it is of the same step. */
export function timerOf(picture: Pick<RunState, 'current'>, live: Pick<RunState, 'current'> | null): number | null {
  const current = live?.current?.stepId === picture.current?.stepId ? live?.current : picture.current
  return current?.endsAt ?? null
}

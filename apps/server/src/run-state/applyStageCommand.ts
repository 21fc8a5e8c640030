import type { RunCommand } from '@tafelrunde/protocol'
import type { CanvasId, RunState, Spotlight } from '@tafelrunde/schema/plain'
import { groupOf } from './groupOf.ts'

type StageCommand = Extract<RunCommand, { type: 'stage.layout' | 'stage.spotlight' | 'stage.picture' | 'stage.page' }>

/** The run state after the moderators have directed the screen. @throws AppError `group.unknown` */
export function applyStageCommand(run: RunState, command: StageCommand, now: number): RunState {
  const { stage } = run
  switch (command.type) {
    case 'stage.layout':
      return { ...run, stage: { ...stage, layout: command.layout, spotlight: null, page: null } }
    case 'stage.spotlight':
      return { ...run, stage: { ...stage, spotlight: spotlightOf(run, command.spotlight), page: null } }
    case 'stage.picture':
      return { ...run, stage: { ...stage, frozenAt: command.isFrozen ? (stage.frozenAt ?? now) : null } }
    case 'stage.page':
      return { ...run, stage: { ...stage, page: command.page } }
  }
}

function spotlightOf(
  run: RunState,
  wish: { groupId: string; canvasId: string | null; fieldId: string | null } | null,
): Spotlight | null {
  if (!wish) return null
  return { groupId: groupOf(run, wish.groupId).id, canvasId: wish.canvasId as CanvasId | null, fieldId: wish.fieldId }
}

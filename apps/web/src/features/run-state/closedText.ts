import type { ErrorCode } from '@tafelrunde/protocol'
import { isWritingHidden, stepRunOf, type Group, type RunState } from '@tafelrunde/schema/plain'
import type { Messages } from '../../i18n/messages.ts'

/** Why one can only read here, in one friendly sentence. */
export function closedText(
  code: ErrorCode,
  text: Messages['board'],
  { run, group }: { readonly run: RunState; readonly group: Group },
): string {
  if (run.closedAt !== null) return text.closedWorkshop
  switch (code) {
    case 'board.frozen':
      return text.closedFrozen
    case 'board.locked':
      return text.closedLocked
    case 'step.closed':
      if (stepRunOf(run, group.id)?.isClosed) return text.closedTime
      return isWritingHidden(run, group) ? text.closedHidden : text.closedStep
    case 'group.foreign':
      return text.closedForeign
    case 'seat.observing':
      return text.closedObserving
    default:
      return text.closedOther
  }
}

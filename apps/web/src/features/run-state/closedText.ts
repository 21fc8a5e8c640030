import type { ErrorCode } from '@tafelrunde/protocol'
import type { Messages } from '../../i18n/messages.ts'

/** Why one can only read here, in one friendly sentence. */
export function closedText(code: ErrorCode, text: Messages['board'], isTimeUp = false): string {
  switch (code) {
    case 'board.frozen':
      return text.closedFrozen
    case 'board.locked':
      return text.closedLocked
    case 'step.closed':
      return isTimeUp ? text.closedTime : text.closedStep
    case 'group.foreign':
      return text.closedForeign
    case 'seat.observing':
      return text.closedObserving
    default:
      return text.closedOther
  }
}

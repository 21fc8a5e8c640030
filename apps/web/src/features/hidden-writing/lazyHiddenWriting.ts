import { isWriting, type Role } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Whether this workshop writes hidden at all, so that its other places need not load anything of it. */
export function usesHiddenWriting(run: RunState, role: Role): boolean {
  return isWriting(role) && (run.reveals.length > 0 || run.steps.some(({ isHidden }) => isHidden))
}

/** The panel on the board. */
export const LazyHiddenPanel = lazyDialog(async () => {
  const [{ HiddenPanel }] = await Promise.all([import('./HiddenPanel.tsx'), loadTexts('hiddenWriting')])
  return HiddenPanel
})

import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Only for those who have no group. */
export const LazyGroupWait = lazyDialog(async () => {
  const [{ GroupWait }] = await Promise.all([import('./GroupWait.tsx'), loadTexts('groups')])
  return GroupWait
})

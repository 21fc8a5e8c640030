import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** The check of the plan; fetched when a moderator first asks for it. */
export const LazyPlanCheckDialog = lazyDialog(async () => {
  const [{ PlanCheckDialog }] = await Promise.all([import('./PlanCheckDialog.tsx'), loadTexts('rehearsal')])
  return PlanCheckDialog
})

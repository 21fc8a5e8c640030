import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Everybody with a seat; fetched when a moderator first looks. */
export const LazyPeopleDialog = lazyDialog(async () => {
  const [{ PeopleDialog }] = await Promise.all([import('./PeopleDialog.tsx'), loadTexts('groups')])
  return PeopleDialog
})

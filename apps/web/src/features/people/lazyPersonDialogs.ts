import { loadTexts } from '../../i18n/language.ts'
import { lazyDialog } from '../../ui/lazyDialog.tsx'

/** Fetched when the person opens one of them, or in idle time. */
export async function loadPersonDialogs() {
  const [{ EditSeatDialog }, { RecoveryDialog }, { SettingsDialog }, { ForgetSeatDialog }] = await Promise.all([
    import('./EditSeatDialog.tsx'),
    import('./RecoveryDialog.tsx'),
    import('./SettingsDialog.tsx'),
    import('./ForgetSeatDialog.tsx'),
    loadTexts('groups', 'home'),
  ])
  return { EditSeatDialog, RecoveryDialog, SettingsDialog, ForgetSeatDialog }
}

/** Name, organisation, group, and how many one is. */
export const LazyEditSeatDialog = lazyDialog(async () => (await loadPersonDialogs()).EditSeatDialog)
/** The recovery code. */
export const LazyRecoveryDialog = lazyDialog(async () => (await loadPersonDialogs()).RecoveryDialog)
/** Language and look. */
export const LazySettingsDialog = lazyDialog(async () => (await loadPersonDialogs()).SettingsDialog)
/** Leaving this device. */
export const LazyForgetSeatDialog = lazyDialog(async () => (await loadPersonDialogs()).ForgetSeatDialog)

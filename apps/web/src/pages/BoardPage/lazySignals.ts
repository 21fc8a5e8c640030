import { loadTexts } from '../../i18n/language.ts'
import { lazyPart } from '../../ui/lazyPart.tsx'

/** What groups and moderators tell each other; nobody waits for it before the board. */
export const LazySignalBar = lazyPart(async () => {
  const [{ SignalBar }] = await Promise.all([import('../../features/signals/SignalBar.tsx'), loadTexts('signals')])
  return SignalBar
})

/** As LazySignalBar. */
export const LazySignalLines = lazyPart(async () => {
  const [{ SignalLines }] = await Promise.all([import('../../features/signals/SignalLines.tsx'), loadTexts('signals')])
  return SignalLines
})

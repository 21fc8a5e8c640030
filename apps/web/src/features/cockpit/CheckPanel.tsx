import { useState } from 'react'
import { loadTexts } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { lazyDialog } from '../../ui/lazyDialog.tsx'
import type { Cockpit } from './cockpitState.ts'

const LazyChecksDialog = lazyDialog(async () => {
  const [{ ChecksDialog }] = await Promise.all([import('./ChecksDialog.tsx'), loadTexts('check')])
  return ChecksDialog
})

/** How many devices have been checked and how many need help, with the way to the details. */
export function CheckPanel({ cockpit }: { cockpit: Cockpit }) {
  const t = useText().cockpit.checks
  const [isOpen, setOpen] = useState(false)
  const { checks } = cockpit
  if (checks.length === 0) return null
  const count = (verdict: string): number => checks.filter((check) => check.verdict === verdict).length
  const [bad, limited] = [count('bad'), count('limited')]
  return (
    <section className="side-section" aria-labelledby="checks-title">
      <h2 id="checks-title">{t.title}</h2>
      <div className="side-card" data-hot={bad > 0 ? '' : undefined}>
        <p>{t.summary({ checked: checks.length, bad, limited })}</p>
        <Button size="s" onClick={() => setOpen(true)}>
          {t.show}
        </Button>
      </div>
      {isOpen && <LazyChecksDialog checks={checks} seats={cockpit.seats} onClose={() => setOpen(false)} />}
    </section>
  )
}

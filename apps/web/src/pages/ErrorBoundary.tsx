import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/useText.ts'
import { Button } from '../ui/Button.tsx'
import { PaperPage } from './PaperPage.tsx'

/** Catches what a page could not handle and offers the way on; a chunk of an older version leads here too. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const t = useText()
  return (
    <PaperPage title={t.places.brokenTitle}>
      <p>{t.places.brokenText}</p>
      <Button variant="primary" onClick={() => location.reload()}>
        {t.places.reload}
      </Button>
    </PaperPage>
  )
}

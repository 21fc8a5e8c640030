import { useText } from '../i18n/useText.ts'
import './SkipLink.css'

/** First stop of the keyboard on a page: jumps over the bar to the content. */
export function SkipLink() {
  const t = useText()
  return (
    <button type="button" className="ui-skip-link" onClick={focusContent}>
      {t.ui.skipToContent}
    </button>
  )
}

function focusContent(): void {
  const content = document.querySelector('main')
  if (!content) return
  content.tabIndex = -1
  content.focus()
}

import type { Announcement, LocalText } from '@tafelrunde/schema/plain'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { nudgeSentences } from './nudgeSentences.ts'
import './NudgeDialog.css'

export interface NudgeDialogProps {
  readonly groupName: string
  /** A field in which the group has written nothing yet. */
  readonly emptyField: LocalText | null
  /** The workshop's language, which the sentences begin in. */
  readonly language: 'de' | 'en'
  readonly standing: Announcement | null
  readonly onSend: (text: string) => void
  readonly onClear: () => void
  readonly onClose: () => void
}

/** A sentence to one group: a prepared one, changed as one likes. */
export function NudgeDialog({ groupName, standing, onSend, onClear, onClose, ...rest }: NudgeDialogProps) {
  const t = useText()
  const [language, setLanguage] = useState(rest.language)
  const sentences = nudgeSentences(rest.emptyField)
  const [text, setText] = useState(sentences[0]?.[language] ?? '')
  const chosen = sentences.findIndex((sentence) => sentence[language] === text)
  const switchTo = (next: 'de' | 'en'): void => {
    setLanguage(next)
    // What somebody has written stays as it is.
    const sentence = sentences[chosen]
    if (sentence) setText(sentence[next])
  }
  return (
    <Dialog
      title={t.cockpit.nudge.title({ name: groupName })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" disabled={!text.trim()} onClick={() => onSend(text.trim())}>
            {t.cockpit.nudge.send}
          </Button>
        </>
      }
    >
      <p className="small soft">{t.cockpit.nudge.explain}</p>
      <Segmented
        label={t.cockpit.nudge.language}
        value={language}
        onChange={switchTo}
        options={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
      />
      <ul className="nudge-sentences" aria-label={t.cockpit.nudge.sentences}>
        {sentences.map((sentence, index) => (
          <li key={sentence.de}>
            <button
              type="button"
              lang={language}
              aria-pressed={index === chosen}
              onClick={() => setText(sentence[language])}
            >
              {sentence[language]}
            </button>
          </li>
        ))}
      </ul>
      <TextArea
        label={t.cockpit.nudge.text}
        rows={3}
        maxLength={2000}
        lang={language}
        value={text}
        onChange={setText}
      />
      {standing && (
        <div className="side-card">
          <p className="small soft">{t.cockpit.nudge.standing}</p>
          <p>{standing.text}</p>
          <Button size="s" onClick={onClear}>
            {t.cockpit.nudge.clear}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

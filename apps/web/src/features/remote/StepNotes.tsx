import { MAX_STEP_NOTE_CHARACTERS, type StepNote } from '@tafelrunde/protocol'
import type { Step } from '@tafelrunde/schema/plain'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { noteDraft, type NoteDraft } from './noteDraft.ts'

/** After a pause of this length in typing the note is saved. */
const pauseMs = 800

export interface StepNotesProps {
  steps: readonly Step[]
  /** The step whose notes are open when nobody chooses: the running one, else the first. */
  stepId: string | null
  notes: readonly StepNote[]
  /** Resolves with false if it was not saved. */
  onSave: (stepId: string, text: string) => Promise<boolean>
}

/** The moderators' own notes for a step; nobody else ever gets them. */
export function StepNotes({ steps, stepId, notes, onSave }: StepNotesProps) {
  const t = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const [lastStepId, setLastStepId] = useState(stepId)
  if (stepId !== lastStepId) {
    setLastStepId(stepId)
    setChosen(null)
  }
  const shownId = chosen ?? stepId
  if (shownId === null) return null
  return (
    <section className="remote-card" aria-labelledby="remote-notes">
      <div className="remote-card-head">
        <h2 id="remote-notes">{t.remote.notes}</h2>
        <Select
          label={t.remote.notesFor}
          isLabelHidden
          value={shownId}
          onChange={setChosen}
          options={steps.map(({ id, title }, index) => ({ value: id, label: `${index + 1} ${title}` }))}
        />
      </div>
      <NoteEditor
        key={shownId}
        saved={notes.find((note) => note.stepId === shownId)?.text ?? ''}
        onSave={(text) => onSave(shownId, text)}
      />
    </section>
  )
}

function NoteEditor({ saved, onSave }: { saved: string; onSave: (text: string) => Promise<boolean> }) {
  const t = useText()
  const [kept, setDraft] = useState<NoteDraft>(() => noteDraft.of(saved))
  const draft = noteDraft.receive(kept, saved)
  if (draft !== kept) setDraft(draft)
  const { text } = draft
  const theirs = noteDraft.theirs(draft, saved)
  const isWaiting = noteDraft.isChanged(draft) && theirs === null
  const [hasFailed, setFailed] = useState(false)
  const save = useRef<() => void>(() => undefined)
  useEffect(() => {
    save.current = () => {
      if (!isWaiting) return
      setDraft((before) => noteDraft.send(before, text))
      void onSave(text).then((isSaved) => setFailed(!isSaved))
    }
  })
  useEffect(() => {
    if (!isWaiting) return undefined
    const wait = setTimeout(() => save.current(), pauseMs)
    return () => clearTimeout(wait)
  }, [text, isWaiting])
  // Leaving for another step must not cost the last words.
  useEffect(() => () => save.current(), [])
  return (
    <>
      <TextArea
        label={t.remote.notesLabel}
        isLabelHidden
        rows={5}
        maxLength={MAX_STEP_NOTE_CHARACTERS}
        placeholder={t.remote.notesPlaceholder}
        value={text}
        onChange={(next) => setDraft((before) => noteDraft.type(before, next))}
        description={hasFailed ? t.remote.notSaved : isWaiting ? t.remote.saving : t.remote.onlyTeam}
      />
      {theirs !== null && (
        <Notice
          spoken="politely"
          title={t.remote.changedMeanwhile}
          actions={
            <>
              <Button size="s" onClick={() => setDraft(noteDraft.of(theirs))}>
                {t.remote.takeTheirs}
              </Button>
              <Button size="s" onClick={() => setDraft((before) => noteDraft.insist(before, theirs))}>
                {t.remote.keepMine}
              </Button>
            </>
          }
        >
          <p className="remote-theirs">{theirs || t.remote.emptied}</p>
        </Notice>
      )}
    </>
  )
}

import type { VotePlanRequest } from '@tafelrunde/protocol'
import { VOTE_KINDS } from '@tafelrunde/schema/plain'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { FIRST_PLAN, isComplete, planOf, withKind, type PlanDraft } from './planDraft.ts'

export interface OpenVoteDialogProps {
  readonly onClose: () => void
  readonly onOpen: (plan: VotePlanRequest) => void
}

const SUBJECTS = ['notes', 'recommendations', 'options'] as const
const PLACES = ['common', 'groups'] as const

/** A vote beside the run sheet: asked now, opened at once. */
export function OpenVoteDialog({ onClose, onOpen }: OpenVoteDialogProps) {
  const t = useText()
  const texts = t.votes.plan
  const [draft, setDraft] = useState(FIRST_PLAN)
  const change = (part: Partial<PlanDraft>): void => setDraft({ ...draft, ...part })
  const isEstimate = draft.kind === 'estimate'
  const hasPlace = draft.subject === 'notes' || (isEstimate && draft.subject === 'recommendations')
  return (
    <Dialog
      title={texts.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" disabled={!isComplete(draft)} onClick={() => onOpen(planOf(draft))}>
            {texts.open}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.question}
        value={draft.question}
        maxLength={120}
        placeholder={texts.questionPlaceholder}
        onChange={(question) => change({ question })}
      />
      <div className="vote-plan-kind">
        <span aria-hidden>{texts.kind}</span>
        <Segmented
          label={texts.kind}
          value={draft.kind}
          onChange={(kind) => setDraft(withKind(draft, kind))}
          options={VOTE_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <span className="small soft">{texts.kindHints[draft.kind]}</span>
      </div>
      <div className="vote-plan-pair">
        <Select
          label={texts.subject}
          value={draft.subject}
          onChange={(subject) => change({ subject })}
          options={SUBJECTS.map((value) => ({ value, label: texts.subjects[value] }))}
        />
        {hasPlace && (
          <Select
            label={isEstimate && draft.subject === 'recommendations' ? texts.estimateWhere : texts.where}
            value={draft.where}
            onChange={(where) => change({ where })}
            options={PLACES.map((value) => ({
              value,
              label: draft.subject === 'notes' ? texts.wheres[value] : texts.estimateWheres[value],
            }))}
          />
        )}
      </div>
      {draft.subject === 'options' && (
        <TextArea label={texts.options} rows={4} value={draft.options} onChange={(options) => change({ options })} />
      )}
      {(draft.kind === 'dots' || draft.kind === 'points') && (
        <div className="vote-plan-pair">
          <NumberField
            label={texts.votesPerSeat}
            value={draft.votesPerSeat}
            onChange={(votesPerSeat) => change({ votesPerSeat })}
          />
          <NumberField
            label={texts.maxPerOption}
            value={draft.maxPerOption}
            onChange={(maxPerOption) => change({ maxPerOption })}
          />
        </div>
      )}
      <div className="vote-plan-checks">
        <Checkbox
          label={texts.hidden}
          isChecked={draft.isHiddenUntilClosed || draft.isSecret}
          isDisabled={draft.isSecret}
          onChange={(isHiddenUntilClosed) => change({ isHiddenUntilClosed })}
        />
        <Checkbox
          label={texts.secret}
          description={texts.secretHint}
          isChecked={draft.isSecret}
          onChange={(isSecret) => change({ isSecret })}
        />
        <Checkbox
          label={texts.organisation}
          isChecked={draft.weight === 'organisation'}
          onChange={(isWeighted) => change({ weight: isWeighted ? 'organisation' : 'seat' })}
        />
        <Checkbox
          label={texts.abstain}
          isChecked={draft.mayAbstain}
          onChange={(mayAbstain) => change({ mayAbstain })}
        />
      </div>
    </Dialog>
  )
}

function NumberField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  const [text, setText] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      type="number"
      min={1}
      max={100}
      value={text ?? String(value)}
      onChange={(typed) => {
        setText(typed)
        const number = Math.round(Number(typed))
        if (number >= 1 && number <= 100) onChange(number)
      }}
      onBlur={() => setText(null)}
    />
  )
}

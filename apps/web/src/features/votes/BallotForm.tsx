import type { VoteOption } from '@tafelrunde/protocol'
import type { Group, VotePlan } from '@tafelrunde/schema'
import { useId, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { choose, rate, SCALES, type BallotDraft, type Scale } from './ballotDraft.ts'
import { ScaleInput } from './ScaleInput.tsx'
import { VoteStepper } from './VoteStepper.tsx'
import './BallotForm.css'

export interface BallotFormProps {
  readonly plan: VotePlan
  readonly options: readonly VoteOption[]
  readonly groups: readonly Group[]
  readonly draft: BallotDraft
  readonly onChange: (draft: BallotDraft) => void
}

/** With more options than fit on one screen, people look for theirs. */
const SEARCHED_FROM = 13

/** Everything that can be voted for, as notes on a sheet, each with its own control; and abstaining. */
export function BallotForm({ plan, options, groups, draft, onChange }: BallotFormProps) {
  const t = useText().votes.form
  const [wanted, setWanted] = useState('')
  const name = useId()
  const shown = options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
  if (options.length === 0) return <EmptyState title={t.noOptions} />
  return (
    <div className="ballot">
      {options.length >= SEARCHED_FROM && (
        <TextField label={t.search} type="search" value={wanted} onChange={setWanted} />
      )}
      <ul className="ballot-options" data-kind={plan.kind} aria-label={t.options}>
        {shown.map((option) => {
          const group = groups.find(({ id }) => id === option.groupId)
          const isChosen = (draft.votes[option.id] ?? 0) > 0
          return (
            <li key={option.id} className="ballot-option" data-chosen={isChosen ? '' : undefined}>
              {plan.kind === 'choice' ? (
                <label className="ballot-choice">
                  <input
                    type="radio"
                    name={name}
                    checked={isChosen}
                    onChange={() => onChange(choose(draft, option.id))}
                  />
                  <span>{option.label}</span>
                </label>
              ) : (
                <p className="ballot-label">
                  {group?.kind === 'group' && (
                    <Chip letter={group.letter} colour={group.colour} name={group.name} size="s" />
                  )}
                  {option.label}
                </p>
              )}
              {plan.kind === 'estimate' &&
                (Object.keys(SCALES) as Scale[]).map((scale) => (
                  <ScaleInput
                    key={scale}
                    scale={scale}
                    of={option.label}
                    value={draft.estimates[option.id]?.[scale] ?? null}
                    onChange={(value) => onChange(rate(draft, { optionId: option.id, scale, value }))}
                  />
                ))}
              {(plan.kind === 'dots' || plan.kind === 'points') && (
                <VoteStepper plan={plan} option={option} draft={draft} onChange={onChange} />
              )}
            </li>
          )
        })}
      </ul>
      {shown.length === 0 && <p className="soft">{t.noneFound}</p>}
      {plan.mayAbstain && (
        <Checkbox
          label={t.abstain}
          isChecked={draft.isAbstaining}
          onChange={(isAbstaining) => onChange({ ...draft, isAbstaining })}
        />
      )}
    </div>
  )
}

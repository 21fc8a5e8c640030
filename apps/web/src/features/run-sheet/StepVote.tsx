import { TEMPLATES, VOTE_KINDS, VOTE_SUBJECTS, type VotePlan } from '@tafelrunde/schema/plain'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { newVote, voteProblems, withKind, withVotes } from './voteDraft.ts'

export interface StepVoteProps {
  vote: VotePlan | null
  onChange: (vote: VotePlan | null) => void
}

/** The canvases that boards begin with; a vote can be about one field of them. */
const CANVAS_OF = { common: 'harvest', groups: 'target-group' } as const

/** Whether a step has a vote, and how it is held. Moderators open it when the step runs. */
export function StepVote({ vote, onChange }: StepVoteProps) {
  const words = useText().runSheet.vote
  return (
    <fieldset className="step-form-vote">
      <legend>{words.title}</legend>
      <Checkbox
        label={words.hasVote}
        description={words.hasVoteHint}
        isChecked={vote !== null}
        onChange={(hasVote) => onChange(hasVote ? newVote('dots') : null)}
      />
      {vote && <VoteFields vote={vote} onChange={onChange} />}
    </fieldset>
  )
}

function VoteFields({ vote, onChange }: { vote: VotePlan; onChange: (vote: VotePlan) => void }) {
  const words = useText().runSheet.vote
  const language = useLanguage()
  const change = (part: Partial<VotePlan>): void => onChange({ ...vote, ...part })
  const problems = voteProblems(vote)
  const handsOut = vote.kind === 'dots' || vote.kind === 'points'
  const fields = TEMPLATES[CANVAS_OF[vote.where]]?.fields.filter(({ type }) => type === 'items') ?? []
  return (
    <>
      <div className="step-form-row" data-even="">
        <Select
          label={words.kind}
          value={vote.kind}
          onChange={(kind) => onChange(withKind(vote, kind))}
          options={VOTE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <Select
          label={words.subject}
          value={vote.subject}
          onChange={(subject) => change({ subject, fieldId: null })}
          options={VOTE_SUBJECTS.map((value) => ({ value, label: words.subjects[value] }))}
        />
      </div>
      <TextField
        label={words.question}
        value={vote.question}
        maxLength={120}
        error={problems.includes('question') ? words.problems.question : null}
        onChange={(question) => change({ question })}
      />
      {vote.subject === 'options' ? (
        <TextArea
          label={words.options}
          description={words.optionsHint}
          value={vote.options.join('\n')}
          error={problems.includes('options') ? words.problems.options : null}
          onChange={(text) =>
            change({
              options: text
                .split('\n')
                .slice(0, 60)
                .map((line) => line.slice(0, 120)),
            })
          }
        />
      ) : (
        <div className="step-form-row" data-even="">
          <Select
            label={words.where}
            value={vote.where}
            onChange={(where) => change({ where, fieldId: null })}
            options={(['common', 'groups'] as const).map((value) => ({ value, label: words.wheres[value] }))}
          />
          {vote.subject === 'notes' && (
            <Select
              label={words.field}
              value={vote.fieldId ?? ''}
              onChange={(fieldId) => change({ fieldId: fieldId === '' ? null : fieldId })}
              options={[
                { value: '', label: words.everyField },
                ...fields.map(({ id, label }) => ({ value: id, label: label[language] })),
              ]}
            />
          )}
        </div>
      )}
      {handsOut && (
        <div className="step-form-row" data-even="">
          <TextField
            label={words.votesPerSeat}
            type="number"
            min={1}
            max={100}
            value={String(vote.votesPerSeat)}
            onChange={(text) => onChange(withVotes(vote, countOf(text)))}
          />
          <TextField
            label={words.maxPerOption}
            description={vote.maxPerOption === 1 ? words.noPiling : undefined}
            type="number"
            min={1}
            max={vote.votesPerSeat}
            value={String(vote.maxPerOption)}
            onChange={(text) => change({ maxPerOption: Math.min(countOf(text), vote.votesPerSeat) })}
          />
        </div>
      )}
      <div className="step-form-roots">
        <Checkbox
          label={words.hiddenUntilClosed}
          isChecked={vote.isHiddenUntilClosed}
          onChange={(isHiddenUntilClosed) => change({ isHiddenUntilClosed })}
        />
        <Checkbox
          label={words.secret}
          description={words.secretHint}
          isChecked={vote.isSecret}
          onChange={(isSecret) => change({ isSecret })}
        />
        <Checkbox label={words.abstain} isChecked={vote.mayAbstain} onChange={(mayAbstain) => change({ mayAbstain })} />
        <Checkbox
          label={words.byOrganisation}
          description={words.byOrganisationHint}
          isChecked={vote.weight === 'organisation'}
          onChange={(isWeighted) => change({ weight: isWeighted ? 'organisation' : 'seat' })}
        />
      </div>
    </>
  )
}

function countOf(text: string): number {
  return Math.min(100, Math.max(1, Math.round(Number(text)) || 1))
}

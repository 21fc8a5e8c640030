import type { Group, VoteRound } from '@tafelrunde/schema'
import { Check, CloudOff, Loader } from 'lucide-react'
import { errorText } from '../../i18n/errorText.ts'
import type { Messages } from '../../i18n/messages.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { BallotForm } from './BallotForm.tsx'
import { draftText } from './draftText.ts'
import type { OpenDesk } from './useVoteDesk.ts'
import type { SaveState } from './VoteDesk.ts'
import { VoteResults } from './VoteResults.tsx'

export interface BallotDialogProps {
  readonly round: VoteRound
  readonly groups: readonly Group[]
  readonly desk: OpenDesk
  readonly onClose: () => void
}

/** The own ballot: what can be voted for, what is left to give, and whether it is counted. */
export function BallotDialog({ round, groups, desk, onClose }: BallotDialogProps) {
  const t = useText()
  const { plan } = round
  const { vote, draft, state } = desk
  return (
    <Dialog
      title={plan.question || t.votes.bar.noQuestion}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <div className="ballot-foot">
          <p className="ballot-given tabular">
            {vote && <b>{draftText(t, plan, { draft, count: vote.options.length })}</b>}
            <SaveLine state={state} />
          </p>
          <Button variant="primary" onClick={onClose}>
            {t.votes.form.done}
          </Button>
        </div>
      }
    >
      <p className="small soft ballot-rules">{rulesText(t, plan)}</p>
      {state === 'sealed' ? (
        <Notice>{t.votes.state.sealed}</Notice>
      ) : !vote ? (
        <p className="soft">{t.votes.bar.loading}</p>
      ) : (
        <BallotForm plan={plan} options={vote.options} groups={groups} draft={draft} onChange={desk.change} />
      )}
      {vote?.results && (
        <VoteResults plan={plan} options={vote.options} results={vote.results} turnout={vote.turnout} groups={groups} />
      )}
    </Dialog>
  )
}

function SaveLine({ state }: { state: SaveState }) {
  const t = useText()
  const texts = t.votes.state
  if (typeof state === 'object')
    return (
      <span className="ballot-state" data-kind="problem" role="alert">
        {errorText(t, state.refused)}
      </span>
    )
  const lines = {
    quiet: null,
    sealed: null,
    saving: { icon: Loader, text: texts.saving },
    counted: { icon: Check, text: texts.countedHint },
    offline: { icon: CloudOff, text: texts.offline },
  } as const
  const line = lines[state]
  return (
    <output className="ballot-state" data-kind={state}>
      {line && (
        <>
          <Icon of={line.icon} size={16} />
          {line.text}
        </>
      )}
    </output>
  )
}

function rulesText(t: Messages, plan: VoteRound['plan']): string {
  const { form, estimate } = t.votes
  const isHidden = plan.isHiddenUntilClosed || plan.isSecret
  return [
    plan.kind === 'estimate' && estimate.explain,
    (plan.kind === 'dots' || plan.kind === 'points') && form.maxPerOption({ max: plan.maxPerOption }),
    isHidden ? form.hidden : form.live,
    plan.isSecret && form.secret,
    plan.weight === 'organisation' && form.byOrganisation,
  ]
    .filter(Boolean)
    .join(' ')
}

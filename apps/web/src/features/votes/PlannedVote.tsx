import type { OpenVoteRequest } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { planText } from './planText.ts'

export interface PlannedVoteProps {
  readonly run: RunState
  readonly hasRounds: boolean
  readonly onOpen: (request: OpenVoteRequest) => Promise<boolean>
  readonly onPlan: () => void
}

/** What the running step plans to vote on, ready to be opened, and the way to any other vote. */
export function PlannedVote({ run, hasRounds, onOpen, onPlan }: PlannedVoteProps) {
  const t = useText()
  const texts = t.votes.card
  const step = run.steps.find(({ id }) => id === run.current?.stepId)
  const plan = step?.vote
  if (!step || !plan) {
    return (
      <>
        {!hasRounds && <p className="small soft side-hint">{texts.nothing}</p>}
        <div>
          <Button size="s" onClick={onPlan}>
            {texts.adHoc}
          </Button>
        </div>
      </>
    )
  }
  const isAgain = run.rounds.some(({ stepId }) => stepId === step.id)
  return (
    <div className="side-card">
      <p className="small soft">{texts.planned}</p>
      <p className="side-card-title" lang={run.workshop.language}>
        {plan.question || t.votes.bar.noQuestion}
      </p>
      <p className="soft">{planText(t, plan)}</p>
      <div className="side-card-actions">
        <Button size="s" variant={isAgain ? 'plain' : 'primary'} onClick={() => void onOpen({ stepId: step.id })}>
          {isAgain ? texts.openAgain : texts.open}
        </Button>
        <Button size="s" variant="quiet" onClick={onPlan}>
          {texts.other}
        </Button>
      </div>
    </div>
  )
}

import type { VoteOption } from '@tafelrunde/protocol'
import type { VotePlan } from '@tafelrunde/schema'
import { Minus, Plus } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { Icon } from '../../ui/Icon.tsx'
import { giveVote, leftIn, whyNotMore, type BallotDraft } from './ballotDraft.ts'

export interface VoteStepperProps {
  readonly plan: VotePlan
  readonly option: VoteOption
  readonly draft: BallotDraft
  readonly onChange: (draft: BallotDraft) => void
}

/** More dots than these are told as a number alone. */
const MOST_DOTS = 10

/**
 * Dots on one option: two buttons, what stands there, and the dots as one sees them on paper. A button that can do
 * nothing says why and keeps the focus, so that nobody falls out of the list by keyboard.
 */
export function VoteStepper({ plan, option, draft, onChange }: VoteStepperProps) {
  const t = useText().votes.form
  const count = draft.votes[option.id] ?? 0
  const problem = whyNotMore(plan, draft, option.id)
  const { label } = option
  const change = (by: 1 | -1): void => {
    if (by === 1 && problem) return announce(t[problem])
    const next = giveVote(plan, draft, { optionId: option.id, by })
    if (next === draft) return
    onChange(next)
    announce(t.now({ label, count: count + by, left: leftIn(plan, next) }))
  }
  return (
    <div className="vote-stepper">
      <button type="button" aria-label={t.less({ label })} aria-disabled={count === 0} onClick={() => change(-1)}>
        <Icon of={Minus} />
      </button>
      <span className="vote-count tabular">
        <span aria-hidden>{count}</span>
        <span className="visually-hidden">{t.points({ count })}</span>
      </span>
      <button
        type="button"
        aria-label={t.more({ label })}
        aria-disabled={problem !== null}
        title={problem ? t[problem] : undefined}
        onClick={() => change(1)}
      >
        <Icon of={Plus} />
      </button>
      <span className="vote-dots" aria-hidden>
        {count <= MOST_DOTS && Array.from({ length: count }, (_, at) => <i key={at} />)}
      </span>
    </div>
  )
}

import type { VotePlan } from '@tafelrunde/schema/plain'
import type { Messages } from '../../i18n/messages.ts'

/** The rules of a vote in one line. */
export function planText(t: Messages, plan: VotePlan): string {
  const { summary, subjects } = t.votes.plan
  const how = {
    dots: summary.dots({ votes: plan.votesPerSeat, max: plan.maxPerOption }),
    points: summary.dots({ votes: plan.votesPerSeat, max: plan.maxPerOption }),
    choice: summary.choice,
    estimate: summary.estimate,
  }[plan.kind]
  const isHidden = plan.isHiddenUntilClosed || plan.isSecret
  return [
    subjects[plan.subject],
    how,
    isHidden ? summary.hidden : summary.live,
    plan.isSecret && summary.secret,
    plan.weight === 'organisation' && summary.organisation,
  ]
    .filter(Boolean)
    .join(' · ')
}

import type { VoteRound } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'

export interface EarlierRoundsProps {
  /** Closed ones, the newest first. */
  readonly rounds: readonly VoteRound[]
  readonly onResults: (round: VoteRound) => void
  readonly onWinners: (round: VoteRound) => void
}

/** Rounds that are closed: the last one in view, the others folded away. */
export function EarlierRounds({ rounds, onResults, onWinners }: EarlierRoundsProps) {
  const t = useText().votes
  const [last, ...others] = rounds
  if (!last) return null
  const line = (round: VoteRound, isLast: boolean) => (
    <li key={round.id} className={isLast ? 'side-card' : 'vote-round'}>
      <p>
        <span className="soft tabular">{t.card.round({ number: round.number })}</span>{' '}
        {round.plan.question || t.bar.noQuestion}
      </p>
      <div className="side-card-actions">
        <Button size="s" variant={isLast ? 'plain' : 'quiet'} onClick={() => onResults(round)}>
          {t.card.results}
        </Button>
        <Button size="s" variant="quiet" onClick={() => onWinners(round)}>
          {t.card.winners}
        </Button>
      </div>
    </li>
  )
  return (
    <>
      <ul>{line(last, true)}</ul>
      {others.length > 0 && (
        <details className="vote-rounds">
          <summary>
            {t.card.earlier} <span className="soft tabular">{others.length}</span>
          </summary>
          <ul>{others.map((round) => line(round, false))}</ul>
        </details>
      )}
    </>
  )
}

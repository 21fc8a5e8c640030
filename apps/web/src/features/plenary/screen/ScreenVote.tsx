import type { CSSProperties } from 'react'
import { formatTime } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useText } from '../../../i18n/useText.ts'
import type { VoteOnScreen } from './voteOnScreen.ts'
import type { OptionOnScreen, VoteOutcome } from './voteOutcome.ts'
import './ScreenVote.css'

/** More bars than these are not read from ten metres. */
const mostBars = 8

export interface ScreenVoteProps {
  vote: VoteOnScreen
  /** Null while there is nothing that this screen may know. */
  outcome: VoteOutcome | null
}

/** What is asked, how to vote and how the vote goes; once it is closed, what came of it. */
export function ScreenVote({ vote: { plan, round }, outcome }: ScreenVoteProps) {
  const t = useText()
  const language = useLanguage()
  const words = t.screen.vote
  const isClosed = round !== null && round.closedAt !== null
  const results = outcome?.results ?? null
  const turnout = outcome?.turnout ?? null
  return (
    <div className="screen-vote" data-results={results ? '' : undefined}>
      <h1>{plan.question || words.untitled}</h1>
      <p className="screen-vote-state" data-state={isClosed ? 'closed' : round ? 'open' : 'waiting'}>
        <b>
          {isClosed
            ? words.closed({ time: formatTime(round.closedAt ?? 0, language) })
            : round
              ? words.open({ time: formatTime(round.openedAt, language) })
              : words.waiting}
        </b>
        {turnout && <span className="tabular">{words.turnout(turnout)}</span>}
      </p>
      {results ? (
        <Bars options={results} isEstimate={plan.kind === 'estimate'} />
      ) : isClosed ? (
        <p className="screen-vote-how">{words.counting}</p>
      ) : (
        <div className="screen-vote-how">
          <h2>{words.howTitle}</h2>
          <ul>
            <li>{words.how[plan.kind]({ votes: plan.votesPerSeat, perOption: plan.maxPerOption })}</li>
            <li>{words.mayChange}</li>
            {plan.mayAbstain && <li>{words.mayAbstain}</li>}
            {plan.isSecret && <li>{words.secret}</li>}
            {plan.isHiddenUntilClosed && <li>{words.hidden}</li>}
          </ul>
        </div>
      )}
    </div>
  )
}

function Bars({ options, isEstimate }: { options: readonly OptionOnScreen[]; isEstimate: boolean }) {
  const t = useText()
  // One line of the room is needed to say how many there are besides.
  const shown = options.slice(0, options.length > mostBars ? mostBars - 1 : mostBars)
  const longest = Math.max(1, ...shown.map(({ weight }) => weight))
  return (
    <>
      <ol className="screen-bars">
        {shown.map((option) => (
          <li key={option.id} data-first={option.rank === 1 ? '' : undefined}>
            <span className="screen-bar-rank tabular">{option.rank}</span>
            <span className="screen-bar-label">{option.label}</span>
            {isEstimate ? (
              <span className="screen-bar-figures tabular">{t.screen.vote.estimate(option)}</span>
            ) : (
              <>
                <span
                  className="screen-bar"
                  aria-hidden
                  style={{ '--share': option.weight / longest } as CSSProperties}
                />
                <span className="screen-bar-figures tabular">{t.screen.vote.votes({ count: option.votes })}</span>
              </>
            )}
          </li>
        ))}
      </ol>
      {options.length > shown.length && (
        <p className="screen-vote-more">{t.screen.vote.more({ count: options.length - shown.length })}</p>
      )}
    </>
  )
}

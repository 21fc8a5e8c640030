import { isWriting, type OpenVoteRequest, type SeatRecord, type VoteCount } from '@tafelrunde/protocol'
import type { RunState, VoteRound } from '@tafelrunde/schema/plain'
import { useState } from 'react'
import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { CloseVoteDialog } from './CloseVoteDialog.tsx'
import { EarlierRounds } from './EarlierRounds.tsx'
import { OpenVoteDialog } from './OpenVoteDialog.tsx'
import { PlannedVote } from './PlannedVote.tsx'
import { planText } from './planText.ts'
import { ProxyDialog } from './ProxyDialog.tsx'
import { useVote } from './useVote.ts'
import { closeVote, openVote, takeWinners } from './voteCalls.ts'
import { VoteResultDialog } from './VoteResultDialog.tsx'
import { WinnersDialog } from './WinnersDialog.tsx'
import './VoteCard.css'

export interface VoteCardProps {
  readonly run: RunState
  readonly seat: StoredSeat
  readonly seats: readonly SeatRecord[]
  readonly counts: readonly VoteCount[]
  /** Runs a call, tells what went wrong or `done`; false if it failed. */
  readonly attempt: (change: () => Promise<unknown>, done?: string) => Promise<boolean>
}

type Opened = 'plan' | 'close' | 'proxy' | { readonly results: VoteRound } | { readonly winners: VoteRound } | null

/** Votes as moderators steer them: open, see how many have voted, close, show, take winners; earlier rounds stay. */
export function VoteCard({ run, seat, seats, counts, attempt }: VoteCardProps) {
  const t = useText()
  const texts = t.votes.card
  const [opened, setOpened] = useState<Opened>(null)
  const round = run.rounds.find(({ closedAt }) => closedAt === null)
  const closed = run.rounds.filter(({ closedAt }) => closedAt !== null).toReversed()
  const count = counts.find(({ roundId }) => roundId === round?.id) ?? { voted: 0, proxies: 0 }
  const here = seats.filter(({ isPresent, isWaiting, role }) => isPresent && !isWaiting && isWriting(role))
  // People without a device are at nobody's seat until their ballot is entered.
  const present = Math.max(
    here.reduce((sum, { people }) => sum + people, 0),
    count.voted,
  )
  const asked = typeof opened === 'object' && opened !== null ? opened : null
  const resultsOf = asked && 'results' in asked ? asked.results : null
  const winnersOf = asked && 'winners' in asked ? asked.winners : null
  const close = (): void => setOpened(null)
  const open = (request: OpenVoteRequest): Promise<boolean> => attempt(() => openVote(seat, request), texts.opened)
  return (
    <section className="side-section vote-card" aria-labelledby="vote-card-title">
      <h2 id="vote-card-title">{texts.title}</h2>
      {round ? (
        <div className="side-card" data-open="">
          <p className="side-card-title" lang={run.workshop.language}>
            {round.plan.question || t.votes.bar.noQuestion}
          </p>
          <p className="soft">{planText(t, round.plan)}</p>
          <VotedMeter voted={count.voted} present={present} />
          {count.proxies > 0 && <p className="soft tabular">{texts.proxies({ count: count.proxies })}</p>}
          <div className="side-card-actions">
            <Button size="s" variant="primary" onClick={() => setOpened('close')}>
              {texts.close}
            </Button>
            <Button size="s" variant="quiet" onClick={() => setOpened('proxy')}>
              {texts.proxy}
            </Button>
          </div>
        </div>
      ) : (
        <PlannedVote run={run} hasRounds={closed.length > 0} onOpen={open} onPlan={() => setOpened('plan')} />
      )}
      <EarlierRounds
        rounds={closed}
        onResults={(results) => setOpened({ results })}
        onWinners={(winners) => setOpened({ winners })}
      />

      {opened === 'plan' && (
        <OpenVoteDialog onClose={close} onOpen={(plan) => void open({ plan }).then((isOpen) => isOpen && close())} />
      )}
      {opened === 'close' && round && (
        <CloseVoteDialog
          voted={count.voted}
          present={present}
          onClose={close}
          onConfirm={() => {
            setOpened({ results: round })
            void attempt(() => closeVote(seat, round.id), texts.closed).then((isClosed) => !isClosed && close())
          }}
        />
      )}
      {opened === 'proxy' && round && (
        <ProxyDialog round={round} run={run} seat={seat} attempt={attempt} onClose={close} />
      )}
      {resultsOf && <ResultsOf round={current(run, resultsOf)} run={run} seat={seat} onClose={close} />}
      {winnersOf && (
        <WinnersOf
          round={winnersOf}
          run={run}
          seat={seat}
          onClose={close}
          onTake={(request) => {
            const isPriority = winnersOf.plan.subject === 'recommendations'
            const { takenPriority, takenCanvas } = t.votes.winners
            void attempt(() => takeWinners(seat, winnersOf.id, request), isPriority ? takenPriority : takenCanvas).then(
              (isTaken) => isTaken && close(),
            )
          }}
        />
      )}
    </section>
  )
}

/** The round as the run state knows it now: it may have been closed meanwhile. */
function current(run: RunState, round: VoteRound): VoteRound {
  return run.rounds.find(({ id }) => id === round.id) ?? round
}

function VotedMeter({ voted, present }: { readonly voted: number; readonly present: number }) {
  const t = useText().votes.card
  return (
    <div className="voted">
      <p className="tabular">
        <b>{t.voted({ voted })}</b> · {t.present({ present })}
      </p>
      <span className="vote-track" aria-hidden>
        <i style={{ inlineSize: `${Math.min(1, voted / Math.max(1, present)) * 100}%` }} />
      </span>
    </div>
  )
}

interface RoundDialogProps {
  readonly round: VoteRound
  readonly run: RunState
  readonly seat: StoredSeat
  readonly onClose: () => void
}

function ResultsOf({ round, run, seat, onClose }: RoundDialogProps) {
  const vote = useVote(seat, round)
  return <VoteResultDialog round={round} vote={vote} groups={run.groups} onClose={onClose} />
}

function WinnersOf({
  round,
  run,
  seat,
  onClose,
  onTake,
}: RoundDialogProps & Pick<Parameters<typeof WinnersDialog>[0], 'onTake'>) {
  const vote = useVote(seat, round)
  if (!vote?.results) return null
  return (
    <WinnersDialog
      plan={round.plan}
      options={vote.options}
      results={vote.results}
      groups={run.groups.filter(({ kind }) => kind === 'group')}
      onClose={onClose}
      onTake={onTake}
    />
  )
}

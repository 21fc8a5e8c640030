import { isWriting } from '@tafelrunde/protocol'
import type { GroupId, RunState, VoteRound } from '@tafelrunde/schema'
import { ChartColumn, Vote, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { StoredSeat } from '../../api/seats.ts'
import type { Messages } from '../../i18n/messages.ts'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { BallotDialog } from './BallotDialog.tsx'
import { draftText } from './draftText.ts'
import { shownRound } from './shownRound.ts'
import { useVoteDesk, type OpenDesk } from './useVoteDesk.ts'
import { VoteResultDialog } from './VoteResultDialog.tsx'
import './VoteBar.css'

export interface VoteBarProps {
  readonly run: RunState
  readonly groupId: GroupId
  readonly seat: StoredSeat
}

const HIDDEN_KEY = 'tafelrunde.hiddenVote'

/** What is voted on now and how far one is; after closing, the way to the result. Nothing without a vote. */
export function VoteBar({ run, groupId, seat }: VoteBarProps) {
  const [hiddenId, setHiddenId] = useState(() => sessionStorage.getItem(HIDDEN_KEY))
  const round = shownRound(run, groupId)
  if (!round || (round.closedAt !== null && round.id === hiddenId)) return null
  const hide = (): void => {
    sessionStorage.setItem(HIDDEN_KEY, round.id)
    setHiddenId(round.id)
  }
  return <RoundBar key={round.id} round={round} run={run} seat={seat} onHide={hide} />
}

interface RoundBarProps extends Omit<VoteBarProps, 'groupId'> {
  readonly round: VoteRound
  readonly onHide: () => void
}

function RoundBar({ round, run, seat, onHide }: RoundBarProps) {
  const t = useText()
  const desk = useVoteDesk(seat, round)
  const [isOpen, setOpen] = useState(false)
  const isClosed = round.closedAt !== null
  const mayVote = isWriting(seat.role) && desk.vote?.mayVote !== false
  const question = round.plan.question || t.votes.bar.noQuestion
  useEffect(() => {
    const { opened, closed } = t.votes.bar
    announce(isClosed ? closed({ question }) : opened({ question }))
    // Said when it happens, not again in another language.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isClosed])
  return (
    <section className="vote-bar" aria-label={isClosed ? t.votes.bar.result : t.votes.bar.open}>
      <Icon of={isClosed ? ChartColumn : Vote} />
      <p className="vote-bar-text">
        <b>{isClosed ? t.votes.bar.result : t.votes.bar.open}</b> <span lang={run.workshop.language}>{question}</span>
      </p>
      {!isClosed && <span className="vote-bar-state tabular">{stateOf(t, round, desk, mayVote)}</span>}
      {isClosed ? (
        <>
          <Button size="s" onClick={() => setOpen(true)}>
            {t.votes.bar.show}
          </Button>
          <IconButton size="s" label={t.votes.bar.hide} icon={<Icon of={X} size={16} />} onClick={onHide} />
        </>
      ) : (
        mayVote && (
          <Button size="s" variant="primary" onClick={() => setOpen(true)}>
            {desk.vote?.hasVoted || desk.state === 'counted' ? t.votes.bar.change : t.votes.bar.vote}
          </Button>
        )
      )}
      {isOpen && isClosed && (
        <VoteResultDialog round={round} vote={desk.vote} groups={run.groups} onClose={() => setOpen(false)} />
      )}
      {isOpen && !isClosed && (
        <BallotDialog round={round} groups={run.groups} desk={desk} onClose={() => setOpen(false)} />
      )}
    </section>
  )
}

function stateOf(t: Messages, { plan }: VoteRound, { vote, draft, state }: OpenDesk, mayVote: boolean): string {
  const texts = t.votes.state
  if (!mayVote) return t.votes.bar.watching
  if (!vote) return t.votes.bar.loading
  if (state === 'sealed') return texts.counted
  if (state === 'quiet') return texts.none
  const saved = { saving: texts.saving, counted: texts.counted, offline: texts.offlineShort }
  const said = draftText(t, plan, { draft, count: vote.options.length })
  return typeof state === 'string' ? `${said} · ${saved[state]}` : said
}

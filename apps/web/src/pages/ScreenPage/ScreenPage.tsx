import { partOf, type RunState } from '@tafelrunde/schema/plain'
import { useCallback, useEffect, useMemo } from 'react'
import { useStreamState } from '../../api/useStreamState.ts'
import { ContentLanguage } from '../../features/plenary/ContentLanguage.ts'
import { isFresh } from '../../features/plenary/freshEntries.ts'
import { applyPlenaryEvent, type Plenary } from '../../features/plenary/plenaryState.ts'
import { deckOf } from '../../features/plenary/screen/deckOf.ts'
import { ScreenFoot } from '../../features/plenary/screen/ScreenFoot.tsx'
import { ScreenInstruction } from '../../features/plenary/screen/ScreenInstruction.tsx'
import { ScreenSlides } from '../../features/plenary/screen/ScreenSlides.tsx'
import { ScreenVote } from '../../features/plenary/screen/ScreenVote.tsx'
import { timerOf } from '../../features/plenary/screen/shownPicture.ts'
import { useKeptProgram } from '../../features/plenary/screen/useKeptProgram.ts'
import { useShownPage, type PageNews } from '../../features/plenary/screen/useShownPage.ts'
import { useShownPicture } from '../../features/plenary/screen/useShownPicture.ts'
import { useVoteOutcome } from '../../features/plenary/screen/useVoteOutcome.ts'
import { useWakeLock } from '../../features/plenary/screen/useWakeLock.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { Timer } from '../../ui/Timer.tsx'
import { useNow } from '../useNow.ts'
import './ScreenPage.css'

/** The beamer's picture: reads only, follows step and remote control, keeps its last state whatever happens to the network. */
export function ScreenPage({ seat }: SeatPageProps) {
  const t = useText()
  const path = `/workshops/${seat.workshopId}/plenary/events`
  const { state, stream } = useStreamState(path, seat.token, applyPlenaryEvent)
  const { picture, keptAt } = useShownPicture(seat, state)
  const tellPage = useShownPage(seat)
  useWakeLock()
  useKeptProgram(seat.workshopId, state !== null)
  const problem = stream.type === 'refused' ? errorText(t, stream.error.code) : null
  if (!picture) {
    return (
      <main className="screen" data-layout="instruction">
        <div className="screen-instruction">
          <h1>{seat.title}</h1>
          <p className="screen-instruction-text" role={problem ? 'alert' : undefined}>
            {problem ?? (stream.type === 'waiting' ? t.join.bad.offline.waiting : t.screen.loading)}
          </p>
        </div>
      </main>
    )
  }
  const offlineSince = state ? (stream.type === 'waiting' ? stream.since : null) : keptAt
  return (
    <Picture
      seat={seat}
      plenary={picture.plenary}
      live={state}
      offlineSince={offlineSince}
      problem={problem}
      onShow={tellPage}
    />
  )
}

interface PictureProps extends Pick<SeatPageProps, 'seat'> {
  /** What is shown; may be frozen. */
  plenary: Plenary
  live: Plenary | null
  offlineSince: number | null
  problem: string | null
  onShow: (page: PageNews) => void
}

function Picture({ seat, plenary, live, offlineSince, problem, onShow }: PictureProps) {
  const { run, view, firstSeen } = plenary
  const offsetMs = (live ?? plenary).clockOffsetMs
  const { frozenAt } = run.stage
  const isStill = frozenAt !== null
  const ticking = useNow(offsetMs, 2_000)
  const now = frozenAt ?? ticking
  const serverNow = useCallback(() => Date.now() + offsetMs, [offsetMs])
  const freshAt = Math.floor((now - offsetMs) / 10_000) * 10_000
  const deck = useMemo(
    () => deckOf(run, view, (key) => isFresh(firstSeen, key, freshAt)),
    [run, view, firstSeen, freshAt],
  )
  const { step, part } = stepNow(run)
  const vote = deck.type === 'vote' ? deck.vote : null
  const outcome = useVoteOutcome(seat, vote?.round ?? null, isStill)
  const endsAt = timerOf(run, live?.run ?? null)
  const announcement = run.announcement?.groupIds === null ? run.announcement.text : null
  const direction = useMemo(() => ({ page: run.stage.page, isStill }), [run.stage.page, isStill])
  const stepTitle = step?.title ?? run.workshop.title
  const wholeTitle = deck.type === 'slides' ? null : (vote?.plan.question ?? stepTitle)
  useEffect(() => {
    if (wholeTitle !== null) onShow({ title: wholeTitle, page: 0, pages: 1 })
  }, [wholeTitle, onShow])
  return (
    <main className="screen" data-layout={deck.type} data-still={isStill ? '' : undefined}>
      {endsAt !== null && step && (
        <div className="screen-timer">
          <Timer label={step.title} endsAt={endsAt} now={serverNow} size="screen" />
        </div>
      )}
      <ContentLanguage value={run.workshop.language}>
        {deck.type === 'instruction' && <ScreenInstruction workshop={run.workshop} step={step} part={part} />}
        {deck.type === 'vote' && <ScreenVote vote={deck.vote} outcome={outcome} />}
        {deck.type === 'slides' && (
          <ScreenSlides deck={deck} stepTitle={stepTitle} direction={direction} onShow={onShow} />
        )}
      </ContentLanguage>
      {announcement && <p className="screen-announcement">{announcement}</p>}
      <ScreenFoot run={run} stepTitle={stepTitle} offlineSince={offlineSince} problem={problem} />
    </main>
  )
}

function stepNow(run: RunState) {
  const step = run.steps.find(({ id }) => id === run.current?.stepId)
  const placed = step && run.current ? partOf(step, run.current) : null
  return { step, part: placed && { part: placed.part, number: placed.index + 1 } }
}

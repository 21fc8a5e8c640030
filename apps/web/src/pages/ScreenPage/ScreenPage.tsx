import type { RunState } from '@tafelrunde/schema/plain'
import { useCallback, useMemo, useState } from 'react'
import { ContentLanguage } from '../../features/plenary/ContentLanguage.ts'
import { useStreamState } from '../../api/useStreamState.ts'
import { isFresh } from '../../features/plenary/freshEntries.ts'
import { applyPlenaryEvent } from '../../features/plenary/plenaryState.ts'
import { ScreenInstruction } from '../../features/plenary/screen/ScreenInstruction.tsx'
import { ScreenSlides } from '../../features/plenary/screen/ScreenSlides.tsx'
import { slidesOf } from '../../features/plenary/screen/slidesOf.ts'
import { useWakeLock } from '../../features/plenary/screen/useWakeLock.ts'
import { partIndexAt } from '../../features/run-sheet/planTimes.ts'
import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Timer } from '../../ui/Timer.tsx'
import { useNow } from '../useNow.ts'
import './ScreenPage.css'

/** The beamer's picture: reads only, follows the step, keeps its last state whatever happens to the network. */
export function ScreenPage({ seat }: SeatPageProps) {
  const t = useText()
  const path = `/workshops/${seat.workshopId}/plenary/events`
  const { state, stream } = useStreamState(path, seat.token, applyPlenaryEvent)
  useWakeLock()
  const offsetMs = state?.clockOffsetMs ?? 0
  const now = useNow(offsetMs, 2_000)
  const serverNow = useCallback(() => Date.now() + offsetMs, [offsetMs])
  const lastView = useLastView(state?.view ?? null)
  const freshAt = Math.floor((now - offsetMs) / 10_000) * 10_000
  const run = state?.run
  const { step, part } = stepNow(run, now)
  const layout = step?.screen ?? 'instruction'
  const slides = useMemo(
    () => (lastView ? slidesOf(lastView, layout, (key) => isFresh(state?.firstSeen ?? new Map(), key, freshAt)) : []),
    [lastView, layout, state?.firstSeen, freshAt],
  )
  if (!run) {
    return (
      <main className="screen" data-layout="instruction">
        <div className="screen-instruction">
          <h1>{seat.title}</h1>
          <p className="screen-instruction-text" role={stream.type === 'refused' ? 'alert' : undefined}>
            {stream.type === 'refused'
              ? errorText(t, stream.error.code)
              : stream.type === 'waiting'
                ? t.join.bad.offline.waiting
                : t.screen.loading}
          </p>
        </div>
      </main>
    )
  }
  const endsAt = run.current?.endsAt ?? null
  const announcement = run.announcement?.groupIds === null ? run.announcement.text : null
  return (
    <main className="screen" data-layout={layout === 'instruction' ? 'instruction' : 'slides'}>
      {endsAt !== null && step && (
        <div className="screen-timer">
          <Timer label={step.title} endsAt={endsAt} now={serverNow} size="screen" />
        </div>
      )}
      {layout === 'instruction' ? (
        <ScreenInstruction workshop={run.workshop} step={step} part={part} />
      ) : (
        <ContentLanguage value={run.workshop.language}>
          <ScreenSlides slides={slides} />
        </ContentLanguage>
      )}
      {announcement && <p className="screen-announcement">{announcement}</p>}
      <ScreenFoot
        run={run}
        stepTitle={step?.title ?? run.workshop.title}
        offlineSince={stream.type === 'waiting' ? stream.since : null}
        problem={stream.type === 'refused' ? errorText(t, stream.error.code) : null}
      />
    </main>
  )
}

interface ScreenFootProps {
  run: RunState
  stepTitle: string
  offlineSince: number | null
  problem: string | null
}

function ScreenFoot({ run, stepTitle, offlineSince, problem }: ScreenFootProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <footer className="screen-foot">
      <ul className="screen-legend" aria-label={t.screen.groups}>
        {run.groups
          .filter(({ kind }) => kind === 'group')
          .map((group) => (
            <li key={group.id}>
              <Chip letter={group.letter} colour={group.colour} />
              <span className="screen-legend-name">{group.name}</span>
            </li>
          ))}
      </ul>
      <p className="screen-state">
        {run.workshop.isExample && <span className="screen-example">{t.cockpit.example}</span>}
        <span className="screen-step">{stepTitle}</span>
        <span>
          {offlineSince !== null ? (
            <span title={t.screen.offlineLong({ time: formatTime(offlineSince, language) })}>
              ○ {t.screen.offline} {formatTime(offlineSince, language)}
            </span>
          ) : (
            (problem ?? t.screen.live)
          )}
        </span>
      </p>
    </footer>
  )
}

/** The last view that there was: a closed plenary or a lost connection leaves the picture standing. */
function useLastView<V>(view: V | null): V | null {
  const [last, setLast] = useState(view)
  if (view && view !== last) setLast(view)
  return view ?? last
}

function stepNow(run: RunState | undefined, now: number) {
  const step = run?.steps.find(({ id }) => id === run.current?.stepId)
  const index = step && run?.current ? partIndexAt(step, run.current.startedAt, now) : null
  const part = index === null ? undefined : step?.parts[index]
  return { step, part: part && index !== null ? { part, number: index + 1 } : null }
}

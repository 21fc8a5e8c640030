import { partOf } from '@tafelrunde/schema/plain'
import type { RunCommand } from '@tafelrunde/protocol'
import { useCallback, useMemo } from 'react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import type { Cockpit } from '../../features/cockpit/cockpitState.ts'
import { PersonMenu } from '../../features/people/PersonMenu.tsx'
import { layoutNow } from '../../features/plenary/screen/layoutNow.ts'
import { useWakeLock } from '../../features/plenary/screen/useWakeLock.ts'
import { PageDock } from '../../features/remote/PageDock.tsx'
import { screenThere } from '../../features/remote/pagePlace.ts'
import { remoteActions } from '../../features/remote/remoteActions.ts'
import { RemoteScreen } from '../../features/remote/RemoteScreen.tsx'
import { RemoteStep } from '../../features/remote/RemoteStep.tsx'
import { StepNotes } from '../../features/remote/StepNotes.tsx'
import { neighbourStep } from '../../features/run-sheet/planTimes.ts'
import { useText } from '../../i18n/useText.ts'
import { AppBar } from '../../ui/AppBar.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useAttempt } from '../useAttempt.ts'
import { useNow } from '../useNow.ts'
import './RemotePage.css'

export interface RemoteViewProps {
  cockpit: Cockpit
  isOffline: boolean
  seat: StoredSeat
}

/** Step, notes and screen one below the other, with the page buttons where the thumb is. */
export function RemoteView({ cockpit, isOffline, seat }: RemoteViewProps) {
  const t = useText()
  const { run, clockOffsetMs, notes } = cockpit
  const now = useNow(clockOffsetMs, 5_000)
  const serverNow = useCallback(() => Date.now() + clockOffsetMs, [clockOffsetMs])
  const actions = useMemo(() => remoteActions(seat), [seat])
  const attempt = useAttempt()
  useWakeLock()

  const command = (wish: RunCommand): void => void attempt(() => actions.run(wish))

  const stepId = run.current?.stepId ?? null
  const step = run.steps.find(({ id }) => id === stepId) ?? null
  const placed = step && run.current ? partOf(step, run.current) : null
  const screen = screenThere(cockpit.screen, now)
  return (
    <div className="remote">
      <AppBar
        title={t.remote.title}
        start={<span className="remote-workshop soft">{run.workshop.title}</span>}
        end={
          <>
            <Link className="ui-button" to={placeUrl(seat, 'cockpit')}>
              {t.remote.toCockpit}
            </Link>
            <PersonMenu seat={seat} organisations={run.workshop.organisations} />
          </>
        }
      />
      {isOffline && (
        <Notice kind="danger" spoken="politely">
          {t.remote.offline}
        </Notice>
      )}
      <main className="remote-main">
        <RemoteStep
          run={run}
          step={step}
          part={
            placed && step
              ? t.runSheet.part({ number: placed.index + 1, of: step.parts.length, title: placed.part.title })
              : null
          }
          previous={neighbourStep(run.steps, stepId, -1)}
          next={neighbourStep(run.steps, stepId, 1)}
          serverNow={serverNow}
          onCommand={command}
        />
        <StepNotes
          steps={run.steps}
          stepId={stepId ?? run.steps[0]?.id ?? null}
          notes={notes}
          onSave={(id, text) => attempt(() => actions.keepNote(id, text))}
        />
        <RemoteScreen
          run={run}
          layout={layoutNow(run)}
          stepLayout={layoutNow({ ...run, stage: { ...run.stage, layout: null } })}
          screen={screen}
          screenUrl={placeUrl(seat, 'screen')}
          onCommand={command}
        />
      </main>
      <PageDock stage={run.stage} screen={screen} onCommand={command} />
    </div>
  )
}

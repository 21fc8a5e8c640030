import { isModerating } from '@tafelrunde/protocol'
import { CopyCheck } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ContentLanguage } from '../../features/plenary/ContentLanguage.ts'
import { homeOf, placeUrl } from '../../api/placeOf.ts'
import { prefetch } from '../../api/prefetch.ts'
import { useStreamState } from '../../api/useStreamState.ts'
import { PersonMenu } from '../../features/people/PersonMenu.tsx'
import { LazyOffersPanel, loadOffersPanel } from '../../features/plenary/offers/lazyOffers.ts'
import { applyPlenaryEvent } from '../../features/plenary/plenaryState.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { AppBar } from '../../ui/AppBar.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Timer } from '../../ui/Timer.tsx'
import { WaitingForServer } from '../WaitingForServer.tsx'
import { LazyGatherLine } from './LazyGatherLine.ts'
import { PlenaryView } from './PlenaryView.tsx'
import './PlenaryPage.css'

const OFFERS_ID = 'plenary-offers'

/** All groups merged, live, for everybody who may see it. */
export function PlenaryPage({ seat }: SeatPageProps) {
  const t = useText()
  const path = `/workshops/${seat.workshopId}/plenary/events`
  const { state, stream } = useStreamState(path, seat.token, applyPlenaryEvent)
  const clockOffsetMs = state?.clockOffsetMs ?? 0
  const serverNow = useCallback(() => Date.now() + clockOffsetMs, [clockOffsetMs])
  const [isOffersOpen, setIsOffersOpen] = useState(false)
  const offersButton = useRef<HTMLButtonElement>(null)
  const closeOffers = (): void => {
    offersButton.current?.focus()
    setIsOffersOpen(false)
  }
  const isModerator = isModerating(seat.role)
  useEffect(() => {
    if (isModerator) prefetch(loadOffersPanel)
  }, [isModerator])
  if (!state && stream.type !== 'refused') return <WaitingForServer stream={stream} />

  const current = state?.run.current ?? null
  const step = state?.run.steps.find(({ id }) => id === current?.stepId)
  const isBoardHome = !isModerator && seat.groupId !== null
  return (
    <div className="plenary">
      <AppBar
        title={t.plenary.title}
        start={<span className="plenary-workshop soft">{state?.run.workshop.title ?? seat.title}</span>}
        center={
          step && current?.endsAt ? <Timer label={step.title} endsAt={current.endsAt} now={serverNow} /> : undefined
        }
        end={
          <>
            {isModerator && (
              <Link className="ui-button plenary-wide" to={placeUrl(seat, 'remote')}>
                {t.cockpit.openRemote}
              </Link>
            )}
            {isModerator && (
              <a className="ui-button plenary-wide" href={placeUrl(seat, 'screen')} target="_blank" rel="noreferrer">
                {t.plenary.toScreen}
              </a>
            )}
            <Link className="ui-button plenary-wide" to={placeUrl(seat, 'results')}>
              {t.plenary.toResults}
            </Link>
            {(isModerator || isBoardHome) && (
              <Link className="ui-button" to={homeOf(seat)}>
                {isModerator ? t.plenary.toCockpit : t.plenary.toBoard}
              </Link>
            )}
            <PersonMenu seat={seat} organisations={state?.run.workshop.organisations ?? []} />
          </>
        }
      />
      {state && <LazyGatherLine run={state.run} seat={seat} here={null} />}
      {stream.type === 'waiting' && (
        <Notice kind="danger" spoken="politely">
          {t.plenary.offline}
        </Notice>
      )}
      {stream.type === 'refused' && stream.error.code !== 'plenary.closed' ? (
        <main className="plenary-closed">
          <Notice kind="danger" spoken="now">
            {errorText(t, stream.error.code)}
          </Notice>
        </main>
      ) : state?.view ? (
        <ContentLanguage value={state.run.workshop.language}>
          <div className="plenary-body">
            <PlenaryView
              view={state.view}
              run={state.run}
              seat={seat}
              firstSeen={state.firstSeen}
              clockOffsetMs={clockOffsetMs}
              offers={
                isModerator && (
                  <Button
                    ref={offersButton}
                    icon={<Icon of={CopyCheck} />}
                    aria-expanded={isOffersOpen}
                    aria-controls={OFFERS_ID}
                    onClick={() => setIsOffersOpen(!isOffersOpen)}
                  >
                    {t.plenary.similar({ count: state.offers?.length ?? null })}
                  </Button>
                )
              }
            />
            {isModerator && isOffersOpen && (
              <LazyOffersPanel
                id={OFFERS_ID}
                seat={seat}
                view={state.view}
                offers={state.offers ?? null}
                onClose={closeOffers}
              />
            )}
          </div>
        </ContentLanguage>
      ) : (
        <main className="plenary-closed">
          <EmptyState
            title={t.plenary.closedTitle}
            actions={
              isBoardHome && (
                <Link className="ui-button" data-variant="primary" to={homeOf(seat)}>
                  {t.plenary.toBoard}
                </Link>
              )
            }
          >
            {t.plenary.closedText}
          </EmptyState>
        </main>
      )}
    </div>
  )
}

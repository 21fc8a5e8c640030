import type { RunCommand, ShownPage } from '@tafelrunde/protocol'
import type { Stage } from '@tafelrunde/schema/plain'
import { ChevronLeft, ChevronRight, Pause, Play, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { pagePlace, turnedPage } from './pagePlace.ts'

/** A screen that has not followed by now will not: then what it says counts again. */
const answerMs = 3_000

export interface PageDockProps {
  stage: Stage
  screen: ShownPage | null
  onCommand: (command: RunCommand) => void
}

/** What a thumb needs while somebody talks: page back and on, let the screen turn by itself, hold the picture. */
export function PageDock({ stage, screen, onCommand }: PageDockProps) {
  const t = useText()
  const [wanted, setWanted] = useState<number | null>(null)
  useEffect(() => {
    if (wanted === null) return undefined
    const wait = setTimeout(() => setWanted(null), answerMs)
    return () => clearTimeout(wait)
  }, [wanted])
  const place = pagePlace(stage, screen, wanted)
  const [back, on] = [turnedPage(place, -1), turnedPage(place, 1)]
  const isFrozen = stage.frozenAt !== null
  const isAuto = stage.page === null
  const turn = (page: number): void => {
    setWanted(page)
    onCommand({ type: 'stage.page', page })
  }
  return (
    <section className="remote-dock" aria-label={t.remote.pages}>
      <p className="remote-dock-now" aria-hidden>
        <span>{screen?.title ?? t.remote.noScreen}</span>
        {place.pages !== null && place.pages > 1 && (
          <span className="tabular">{t.remote.pageOf({ number: place.page + 1, of: place.pages })}</span>
        )}
      </p>
      <Button
        className="remote-dock-turn"
        size="l"
        aria-label={t.remote.pageBack}
        disabled={back === null}
        icon={<Icon of={ChevronLeft} size={28} />}
        onClick={() => back !== null && turn(back)}
      />
      <div className="remote-dock-middle">
        <Button
          isPressed={isFrozen}
          icon={<Icon of={isFrozen ? Play : Pause} />}
          onClick={() => onCommand({ type: 'stage.picture', isFrozen: !isFrozen })}
        >
          {isFrozen ? t.remote.thaw : t.remote.freeze}
        </Button>
        <Button
          variant="quiet"
          isPressed={isAuto}
          icon={<Icon of={RotateCw} size={16} />}
          onClick={() => onCommand({ type: 'stage.page', page: isAuto ? place.page : null })}
        >
          {t.remote.auto}
        </Button>
      </div>
      <Button
        className="remote-dock-turn"
        size="l"
        variant="primary"
        aria-label={t.remote.pageOn}
        disabled={on === null}
        icon={<Icon of={ChevronRight} size={28} />}
        onClick={() => on !== null && turn(on)}
      />
    </section>
  )
}

import type { RunCommand, ShownPage } from '@tafelrunde/protocol'
import type { RunState, ScreenLayout } from '@tafelrunde/schema/plain'
import { ExternalLink, Focus } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { layoutIcon, OFFERED_LAYOUTS } from './layoutChoice.ts'

export interface RemoteScreenProps {
  run: RunState
  /** The layout that counts now, spotlight aside, and the one that the step asks for. */
  layout: ScreenLayout
  stepLayout: ScreenLayout
  /** What a screen says; null while none is there. */
  screen: ShownPage | null
  screenUrl: string
  onCommand: (command: RunCommand) => void
}

/** What the room sees, and what it could see instead. */
export function RemoteScreen({ run, layout, stepLayout, screen, screenUrl, onCommand }: RemoteScreenProps) {
  const t = useText()
  const { stage } = run
  const { spotlight, frozenAt } = stage
  const group = spotlight && run.groups.find(({ id }) => id === spotlight.groupId)
  const hasVote = run.rounds.length > 0 || run.steps.some(({ id, vote }) => vote && id === run.current?.stepId)
  return (
    <section className="remote-card" aria-labelledby="remote-screen">
      <div className="remote-card-head">
        <h2 id="remote-screen">{t.remote.screen}</h2>
        <a className="ui-button" data-variant="quiet" data-size="s" href={screenUrl} target="_blank" rel="noreferrer">
          <Icon of={ExternalLink} size={16} />
          {t.remote.openScreen}
        </a>
      </div>
      <div className="remote-picture" data-there={screen ? '' : undefined}>
        <p className="remote-picture-kind">
          <Icon of={group ? Focus : layoutIcon(layout)} size={16} />
          {group ? t.remote.spotlight : t.remote.layouts[layout]}
        </p>
        <p className="remote-picture-title">
          {group && <Chip letter={group.letter} colour={group.colour} name={group.name} />}
          {screen ? screen.title : t.remote.noScreen}
        </p>
        <p className="remote-picture-foot">
          <span className="tabular">
            {screen && screen.pages > 1 && t.remote.pageOf({ number: screen.page + 1, of: screen.pages })}
          </span>
          {frozenAt !== null && <b>❚❚ {t.screen.frozen}</b>}
        </p>
      </div>
      {group && (
        <Button onClick={() => onCommand({ type: 'stage.spotlight', spotlight: null })}>{t.remote.endSpotlight}</Button>
      )}
      <fieldset className="remote-layouts">
        <legend className="visually-hidden">{t.remote.layoutChoice}</legend>
        <Button
          isPressed={stage.layout === null && !spotlight}
          icon={<Icon of={layoutIcon(stepLayout)} />}
          onClick={() => onCommand({ type: 'stage.layout', layout: null })}
        >
          {t.remote.asStep}
        </Button>
        {OFFERED_LAYOUTS.map((choice) => (
          <Button
            key={choice}
            isPressed={stage.layout === choice && !spotlight}
            disabled={choice === 'vote' && !hasVote}
            icon={<Icon of={layoutIcon(choice)} />}
            onClick={() => onCommand({ type: 'stage.layout', layout: choice })}
          >
            {t.remote.layouts[choice]}
          </Button>
        ))}
      </fieldset>
    </section>
  )
}

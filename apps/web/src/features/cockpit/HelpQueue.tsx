import { Check, LifeBuoy } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { helpQueue, type TileModel } from './tileOf.ts'

export interface HelpQueueProps {
  readonly tiles: readonly TileModel[]
  /** Go there and end the call. */
  readonly onComing: (tile: TileModel) => void
  readonly onAnswer: (tile: TileModel) => void
  readonly onSettled: (tile: TileModel) => void
}

/** Groups that call for help, the longest waiting first. */
export function HelpQueue({ tiles, onComing, onAnswer, onSettled }: HelpQueueProps) {
  const t = useText().cockpit.help
  const calls = helpQueue(tiles)
  if (calls.length === 0) return null
  return (
    <section className="side-section" aria-labelledby="help-title">
      <h2 id="help-title">
        {t.title} <span className="soft tabular">{calls.length}</span>
      </h2>
      <ul className="side-list">
        {calls.map((tile) => (
          <li key={tile.group.id} className="side-card help-call" data-hot="">
            <p className="side-card-title">
              <Chip letter={tile.group.letter} colour={tile.group.colour} />
              <span className="help-call-name">{tile.group.name}</span>
              <span className="help-call-since">
                <Icon of={LifeBuoy} size={16} />
                {t.since({ minutes: tile.help?.minutes ?? 0 })}
              </span>
            </p>
            <div className="side-card-actions">
              <Button
                size="s"
                variant="primary"
                title={t.comingHint({ name: tile.group.name })}
                onClick={() => onComing(tile)}
              >
                {t.coming}
              </Button>
              <Button size="s" onClick={() => onAnswer(tile)}>
                {t.answer}
              </Button>
              <IconButton
                size="s"
                variant="plain"
                label={t.settled}
                icon={<Icon of={Check} size={16} />}
                onClick={() => onSettled(tile)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { TEMPLATES, type RunState } from '@tafelrunde/schema/plain'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import type { TileModel } from './tileOf.ts'

export interface ScreenNowProps {
  readonly run: RunState
  readonly tiles: readonly TileModel[]
  readonly onBack: () => void
  readonly onGoOn: () => void
}

/** What the screen shows while it is not simply what the step says. */
export function ScreenNow({ run, tiles, onBack, onGoOn }: ScreenNowProps) {
  const t = useText().cockpit.screenNow
  const language = useLanguage()
  const { spotlight, layout, frozenAt } = run.stage
  if (!spotlight && !layout && frozenAt === null) return null
  const tile = tiles.find(({ group }) => group.id === spotlight?.groupId)
  const canvas = tile?.canvases.find(({ id }) => id === spotlight?.canvasId)
  const field = TEMPLATES[canvas?.templateId ?? '']?.fields.find(({ id }) => id === spotlight?.fieldId)
  const part = [canvas?.title, field?.label[language]].filter(Boolean).join(', ')
  return (
    <section className="side-section" aria-labelledby="screen-now-title">
      <h2 id="screen-now-title">{t.title}</h2>
      <div className="side-card" data-on="">
        {tile && (
          <p className="side-card-title">
            <Chip letter={tile.group.letter} colour={tile.group.colour} />
            {t.spotlight({ name: tile.group.name, part })}
          </p>
        )}
        {layout && !spotlight && <p>{t.layout}</p>}
        {frozenAt !== null && <p>{t.frozen}</p>}
        <div className="side-card-actions">
          {(spotlight ?? layout) && (
            <Button size="s" onClick={onBack}>
              {t.back}
            </Button>
          )}
          {frozenAt !== null && (
            <Button size="s" onClick={onGoOn}>
              {t.goOn}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

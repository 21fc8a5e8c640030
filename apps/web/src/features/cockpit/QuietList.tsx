import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import type { TileModel } from './tileOf.ts'

/** Groups in which people sit and nobody writes, with the way to ask how they are. */
export function QuietList({ tiles, onNudge }: { tiles: readonly TileModel[]; onNudge: (tile: TileModel) => void }) {
  const t = useText()
  const language = useLanguage()
  const quiet = tiles.filter((tile) => tile.mood === 'quiet')
  if (quiet.length === 0) return null
  return (
    <section className="side-section" aria-labelledby="quiet-title">
      <h2 id="quiet-title">{t.cockpit.quiet.title}</h2>
      <ul className="side-list">
        {quiet.map((tile) => {
          const missing = tile.emptyFields.length < tile.fields.length ? tile.emptyFields[0] : undefined
          return (
            <li key={tile.group.id} className="side-card">
              <p className="side-card-title">
                <Chip letter={tile.group.letter} colour={tile.group.colour} name={tile.group.name} />
                {t.cockpit.quiet.since({ minutes: tile.minutesStill })}
              </p>
              {missing && <p className="small soft">{t.cockpit.quiet.missing({ field: missing.label[language] })}</p>}
              <Button size="s" onClick={() => onNudge(tile)}>
                {t.cockpit.quiet.nudge}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

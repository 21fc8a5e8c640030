import type { CSSProperties } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { TileField, TileModel } from './tileOf.ts'

/** More blocks than this would not fit into a field of the miniature. */
const mostBlocks = 9

/** The board in small: a block per item in each field of the grid. */
export function Miniature({ tile }: { tile: TileModel }) {
  const t = useText()
  const language = useLanguage()
  const grid = tile.fields.filter((field) => field.template.layout === 'grid')
  if (grid.length === 0) return <p className="miniature-none soft small">{t.cockpit.tile.noCanvas}</p>
  const columns = Math.max(...grid.map((field) => field.template.column ?? 1))
  const label = grid
    .map((field) => t.cockpit.tile.fieldCount({ field: field.template.label[language], count: field.count }))
    .join(', ')
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made of elements is no img element
    <div className="miniature" role="img" aria-label={label} style={{ '--columns': columns } as CSSProperties}>
      {grid.map((field) => (
        <MiniatureField key={field.template.id} field={field} title={field.template.label[language]} />
      ))}
    </div>
  )
}

function MiniatureField({ field, title }: { field: TileField; title: string }) {
  const { row, column } = field.template
  const blocks = Math.min(field.count, mostBlocks)
  return (
    <div
      className="miniature-field"
      title={`${title}: ${field.count}`}
      style={{ '--tint': `var(--note-${field.tint})`, gridRow: row, gridColumn: column } as CSSProperties}
    >
      {Array.from({ length: blocks }, (_, index) => (
        <i key={index} />
      ))}
      {field.count > mostBlocks && <small>+{field.count - mostBlocks}</small>}
    </div>
  )
}

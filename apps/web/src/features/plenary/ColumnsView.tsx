import type { PlenaryEntry, PlenaryView } from '@tafelrunde/schema/plain'
import { ArrowUpRight } from 'lucide-react'
import { use } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { columnsOf } from './columnsOf.ts'
import { ContentLanguage } from './ContentLanguage.ts'
import { usePlenary } from './PlenaryContext.ts'
import { RichTextView } from './RichTextView.tsx'
import './ColumnsView.css'

/** The groups side by side, field by field; whether they worked on the same target group or on different ones. */
export function ColumnsView({ targetKey, fieldKey }: { targetKey: string | null; fieldKey: string | null }) {
  const t = useText().plenary
  const language = useLanguage()
  const lang = use(ContentLanguage)
  const { view } = usePlenary()
  const { columns, rows } = columnsOf(view, targetKey)
  const shown = fieldKey === null ? rows : rows.filter(({ key }) => key === fieldKey)
  if (columns.length === 0 || shown.length === 0) return <EmptyState title={t.emptyField} />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls in both directions, so the keyboard must get into it
    <section className="columns-view" aria-label={t.views.columns} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ group, targetGroups }) => (
              <th key={group.id} scope="col">
                <span className="columns-head">
                  <Chip letter={group.letter} colour={group.colour} />
                  <span className="columns-name" lang={lang}>
                    {group.name}
                  </span>
                </span>
                {targetGroups.length > 0 && (
                  <span className="columns-target" lang={lang}>
                    {targetGroups.join(' · ')}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map(({ key, field, cells }) => (
          <tbody key={key}>
            <tr>
              <th colSpan={columns.length} scope="rowgroup" className="columns-field">
                <span>{field.label[language]}</span>
              </th>
            </tr>
            <tr>
              {cells.map((entries, index) => (
                <td key={columns[index]?.group.id}>
                  {entries.length === 0 ? (
                    <p className="columns-empty">{t.columnEmpty}</p>
                  ) : (
                    <ul>
                      {entries.map((entry) => (
                        <ColumnEntry key={entry.key} entry={entry} view={view} />
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </section>
  )
}

function ColumnEntry({ entry, view }: { entry: PlenaryEntry; view: PlenaryView }) {
  const t = useText().plenary
  const { boardUrl, isFresh } = usePlenary()
  const { groupId, itemId } = entry.origin
  const url = boardUrl(groupId, { itemId })
  const head = entry.foldedInto ?? entry.key
  const others = new Set(
    view.entries
      .filter((other) => other !== entry && (other.key === head || other.foldedInto === head))
      .map(({ origin }) => origin.groupId),
  )
  const also = view.groups.filter(({ id }) => id !== groupId && others.has(id))
  const group = view.groups.find(({ id }) => id === groupId)
  return (
    <li className="column-entry" data-fresh={isFresh(entry.key) ? '' : undefined}>
      <div className="column-text">
        <RichTextView text={entry.text} />
      </div>
      {also.length > 0 && (
        <p className="column-also">
          {t.alsoNamed}
          {also.map(({ id, letter, colour, name }) => (
            <Chip key={id} size="s" letter={letter} colour={colour} name={name} />
          ))}
        </p>
      )}
      {url !== null && group && (
        <Link className="column-jump" to={url} aria-label={t.openOriginal({ group: group.name })}>
          <Icon of={ArrowUpRight} size={15} />
        </Link>
      )}
    </li>
  )
}

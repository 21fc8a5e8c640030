import type { CanvasId, FieldTemplate, Item } from '@tafelrunde/schema'
import { useId, type ReactNode } from 'react'
import { dropMarkOf, isCarryOver } from '../../board/Carry.ts'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import './FieldView.css'

/** A part of a field's list under its own small heading: the harvest of one talk, or everything. */
export interface FieldSection {
  readonly key: string
  readonly title: string | null
  readonly items: readonly Item[]
}

export interface FieldViewProps {
  readonly canvasId: CanvasId
  readonly field: FieldTemplate
  readonly sections: readonly FieldSection[]
  readonly mayWrite: boolean
  /** All notes of the field, also those that lie under another one. */
  readonly count: number
  readonly renderNote: (item: Item, isTabStop: boolean) => ReactNode
  readonly renderWriter: (section: FieldSection) => ReactNode
  /** Buttons at the end of the head. */
  readonly menu: ReactNode
  /** In lines one below the other, without positions; headings are one level deeper. */
  readonly isOutline?: boolean
  /** Cursors of others, over the notes. */
  readonly overlay: ReactNode
}

/** One typed region of a canvas; scrolls inside itself when it holds more than it can show. */
export function FieldView(props: FieldViewProps) {
  const { canvasId, field, sections, mayWrite, count, renderNote, renderWriter, menu, overlay, isOutline } = props
  const Heading = isOutline ? 'h3' : 'h2'
  const SectionHeading = isOutline ? 'h4' : 'h3'
  const t = useText().board
  const language = useLanguage()
  const desk = useDesk()
  const heading = useId()
  const items = sections.flatMap((section) => section.items)
  const dropMark = useStore(desk.carry, (carry) => dropMarkOf(carry, canvasId, field.id))
  const isOver = useStore(desk.carry, (carry) => isCarryOver(carry, canvasId, field.id))
  const tabStop = useStore(desk.selection, ({ current }) =>
    items.some((item) => item.id === current) ? current : (items[0]?.id ?? null),
  )

  return (
    <section
      className="field"
      aria-labelledby={heading}
      data-drop-field={field.id}
      data-canvas-id={canvasId}
      data-over={isOver ? '' : undefined}
      data-dense={isDense(field, items) && !isOutline ? '' : undefined}
      data-in-line={isOutline ? '' : undefined}
    >
      <header className="field-head">
        <Heading id={heading}>{field.label[language]}</Heading>
        <FieldCount field={field} items={items} count={count} />
        {menu}
      </header>
      <div className="field-body" data-field-body>
        {items.length === 0 && field.prompt[language] && <p className="field-prompt">{field.prompt[language]}</p>}
        {sections.map((section) => (
          <div key={section.key} className="field-section">
            {section.title && <SectionHeading className="field-talk">{section.title}</SectionHeading>}
            <ul className="field-notes" aria-label={section.title ?? t.itemCount({ count: section.items.length })}>
              {section.items.map((item) => (
                <li
                  key={item.id}
                  className="field-note"
                  data-drop={
                    dropMark === `before:${item.id}` ? 'before' : dropMark === `after:${item.id}` ? 'after' : undefined
                  }
                  data-placed={item.position && !isOutline ? '' : undefined}
                  style={
                    item.position && !isOutline
                      ? {
                          left: `${item.position.x * 100}%`,
                          top: `${item.position.y * 100}%`,
                          translate: `${-item.position.x * 100}% ${-item.position.y * 100}%`,
                        }
                      : undefined
                  }
                >
                  {renderNote(item, item.id === tabStop)}
                </li>
              ))}
              {mayWrite && <li className="field-writer">{renderWriter(section)}</li>}
            </ul>
          </div>
        ))}
        {overlay}
      </div>
      {field.type === 'messages' && items.length === 1 && (
        <p className="field-prompt field-coda">{field.prompt[language]}</p>
      )}
    </section>
  )
}

/** Short notes stand in two columns as soon as there are several; longer ones would become towers. */
function isDense(field: FieldTemplate, items: readonly Item[]): boolean {
  if (items.length < 4 || field.type === 'messages') return false
  const characters = items.reduce((sum, item) => sum + item.plainText.length, 0)
  return characters / items.length <= 44
}

function FieldCount({ field, items, count }: { field: FieldTemplate; items: readonly Item[]; count: number }) {
  const t = useText().board
  const longest = Math.max(0, ...items.map((item) => item.plainText.length))
  if (field.type === 'messages' && field.maxCharacters && items.length > 0) {
    return (
      <span className="field-count" data-over={longest > field.maxCharacters ? '' : undefined}>
        {t.messageLength({ count: longest, of: field.maxCharacters })}
      </span>
    )
  }
  return (
    <span className="field-count">
      <span aria-hidden>{count || ''}</span>
      <span className="visually-hidden">{t.itemCount({ count })}</span>
    </span>
  )
}

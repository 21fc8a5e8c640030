import type { Item, ItemId, NoteColour, RichText } from '@tafelrunde/schema'
import { Link2 } from 'lucide-react'
import { memo, type CSSProperties } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { groupColour } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { noteTags } from './noteTags.ts'
import { RichTextView } from '../../board/RichTextView.tsx'
import './Note.css'

export interface NoteProps {
  readonly item: Item
  readonly tint: NoteColour
  /** The one note of its field that the tab key reaches. */
  readonly isTabStop: boolean
  readonly mayWrite: boolean
  readonly onEditDone: (id: ItemId) => void
  readonly onEdited: (id: ItemId, before: RichText) => void
  /** `harvest`: its list already says the talk and what it is. */
  readonly kind?: 'message' | 'harvest'
}

/** One item as a paper note: static text; an editor only while this person writes in it. */
export const Note = memo(function Note({ item, tint, isTabStop, mayWrite, onEditDone, onEdited, kind }: NoteProps) {
  const text = useText().board
  const language = useLanguage()
  const desk = useDesk()
  const isChosen = useStore(desk.selection, (state) => state.chosen.has(item.id))
  const isEditing = useStore(desk.selection, (state) => state.editing === item.id)
  const isCarried = useStore(desk.carry, (carry) => carry?.ids.includes(item.id) ?? false)
  const isTaking = useStore(desk.carry, (carry) => carry?.onto === item.id)
  const mark = useStore(desk.others, (others) => others.marks.get(item.id))
  const tags = noteTags(item, { text, language, talks: desk.run.talks, isHarvest: kind === 'harvest' })
  const { fit } = item.attributes
  const linked = item.recommendationIds.length

  const shared = {
    className: 'note',
    'data-item-id': item.id,
    'data-tint': item.colour ?? tint,
    'data-chosen': isChosen ? '' : undefined,
    'data-carried': isCarried ? '' : undefined,
    'data-taking': isTaking ? '' : undefined,
    'data-parked': item.state === 'parked' ? '' : undefined,
    'data-kind': kind,
    style: mark ? ({ '--mark': groupColour(mark.colour) } as CSSProperties) : undefined,
    'data-marked': mark ? '' : undefined,
    lang: desk.boardLanguage === language ? undefined : desk.boardLanguage,
  }

  if (isEditing && mayWrite) {
    return (
      <div {...shared} data-editing="">
        <NoteEditor item={item} onDone={() => onEditDone(item.id)} onClosed={(before) => onEdited(item.id, before)} />
      </div>
    )
  }
  return (
    <div
      {...shared}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- paragraphs and lists may not stand in a button element
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-describedby="board-note-hint"
    >
      <div className="note-text">
        {item.plainText === '' ? <p className="note-empty">{text.noteEmpty}</p> : <RichTextView text={item.text} />}
      </div>
      {(tags.length > 0 || fit !== undefined || linked > 0) && (
        <div className="note-meta">
          {tags.map((tag) => (
            <span key={tag.key} className="note-tag">
              {tag.label}
            </span>
          ))}
          {fit !== undefined && (
            <span className="note-fit">
              <span aria-hidden>
                {text.fit} <span className="note-dots">{'●'.repeat(fit) + '○'.repeat(3 - fit)}</span>
              </span>
              <span className="visually-hidden">{text.fitOf({ value: fit })}</span>
            </span>
          )}
          {linked > 0 && (
            <span className="note-linked" title={text.linkedCount({ count: linked })}>
              <Icon of={Link2} size={13} /> <span aria-hidden>{linked}</span>
              <span className="visually-hidden">{text.linkedCount({ count: linked })}</span>
            </span>
          )}
        </div>
      )}
      {mark && <span className="note-mark">{mark.isEditing ? text.editedBy(mark) : mark.name}</span>}
    </div>
  )
})

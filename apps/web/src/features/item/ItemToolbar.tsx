import { EVIDENCES, NOTE_COLOURS, type Item } from '@tafelrunde/schema'
import { BadgeCheck, Ellipsis, Lightbulb, MoveRight, Palette, Pencil, Tags, ThumbsUp, Trash2 } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { ItemMenuItems } from './ItemMenuItems.tsx'
import { useItemActions } from './useItemActions.ts'
import './ItemToolbar.css'

export interface ItemToolbarProps {
  readonly items: readonly Item[]
  readonly mayDerive: boolean
  readonly mayDraw: boolean
  /** Runs the listener whenever notes may have moved on the screen. */
  readonly onLayout: (listener: () => void) => () => void
}

/** Room kept to the edges of the window. */
const MARGIN = 8

/** The commands that one needs most, above the chosen notes. */
export function ItemToolbar({ items, mayDerive, mayDraw, onLayout }: ItemToolbarProps) {
  const t = useText().board
  const desk = useDesk()
  const actions = useItemActions()
  const bar = useRef<HTMLDivElement>(null)
  const ids = items.map((item) => item.id)
  const single = items.length === 1 ? items[0] : undefined

  useLayoutEffect(() => {
    const place = () => placeAbove(bar.current, ids)
    place()
    return onLayout(place)
  })

  return (
    <div ref={bar} className="item-toolbar" role="toolbar" aria-label={t.noteTools}>
      {!single && <span className="item-toolbar-count">{t.chosenCount({ count: items.length })}</span>}
      {single && (
        <IconButton
          size="s"
          label={t.editNote}
          icon={<Icon of={Pencil} />}
          onClick={() => desk.selection.edit(single.id)}
        />
      )}
      <Menu
        label={t.colour}
        trigger={<IconButton size="s" label={t.colour} icon={<Icon of={Palette} />} />}
        placement="bottom"
      >
        {NOTE_COLOURS.map((colour) => (
          <MenuItem
            key={colour}
            icon={<span className="note-swatch" data-tint={colour} />}
            onAction={() => actions.recolour(ids, colour)}
          >
            {t.colourOf[colour]}
          </MenuItem>
        ))}
        <MenuItem onAction={() => actions.recolour(ids, null)}>{t.colourField}</MenuItem>
      </Menu>
      <Menu
        label={t.evidence}
        trigger={<IconButton size="s" label={t.evidence} icon={<Icon of={BadgeCheck} />} />}
        placement="bottom"
      >
        {EVIDENCES.map((evidence) => (
          <MenuItem key={evidence} onAction={() => actions.setEvidence(ids, evidence)}>
            {t.evidenceOf[evidence]}
          </MenuItem>
        ))}
        <MenuItem onAction={() => actions.setEvidence(ids, null)}>{t.evidenceNone}</MenuItem>
      </Menu>
      {single && (
        <IconButton
          size="s"
          label={t.attributes}
          icon={<Icon of={Tags} />}
          onClick={() => desk.openDialog({ kind: 'attributes', itemId: single.id })}
        />
      )}
      {single && desk.rights.closed.reactions === null && (
        <IconButton
          size="s"
          label={t.agree}
          icon={<Icon of={ThumbsUp} />}
          isPressed={single.agreedBy.includes(desk.seat.id)}
          onClick={() => actions.agree(single.id)}
        />
      )}
      <IconButton
        size="s"
        label={t.moveTo}
        icon={<Icon of={MoveRight} />}
        onClick={() => desk.openDialog({ kind: 'move', itemIds: ids })}
      />
      {single && mayDerive && (
        <IconButton
          size="s"
          label={t.derive}
          shortcut="E"
          icon={<Icon of={Lightbulb} />}
          onClick={() => actions.derive(single.id)}
        />
      )}
      <IconButton size="s" label={t.binNote} icon={<Icon of={Trash2} />} onClick={() => actions.bin(ids)} />
      <Menu label={t.noteMenu} trigger={<IconButton size="s" label={t.moreCommands} icon={<Icon of={Ellipsis} />} />}>
        <ItemMenuItems items={items} mayWrite mayDerive={mayDerive} mayDraw={mayDraw} />
      </Menu>
    </div>
  )
}

function placeAbove(bar: HTMLElement | null, ids: readonly string[]): void {
  if (!bar) return
  const notes = ids.flatMap((id) => document.querySelector<HTMLElement>(`.note[data-item-id="${id}"]`) ?? [])
  const boxes = notes.map(visibleBox).filter((box) => box.bottom - box.top > 6)
  bar.hidden = boxes.length === 0
  if (boxes.length === 0) return
  const top = Math.min(...boxes.map((box) => box.top))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  const left = Math.min(...boxes.map((box) => box.left))
  const { offsetWidth: width, offsetHeight: height } = bar
  const above = top - height - MARGIN
  const y = above >= 60 ? above : Math.min(bottom + MARGIN, innerHeight - height - MARGIN)
  const x = Math.min(Math.max(MARGIN, left), innerWidth - width - MARGIN)
  bar.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
}

/** The part of a note that its field and the surface do not hide. */
function visibleBox(note: HTMLElement): { top: number; bottom: number; left: number } {
  const box = note.getBoundingClientRect()
  const clips = [note.closest('[data-field-body]'), note.closest('.surface'), note.closest('main')]
  let { top, bottom, left, right } = box
  for (const clip of clips) {
    const edge = clip?.getBoundingClientRect()
    if (!edge) continue
    top = Math.max(top, edge.top)
    bottom = Math.min(bottom, edge.bottom)
    left = Math.max(left, edge.left)
    right = Math.min(right, edge.right)
  }
  return { left, top, bottom: right - left > 8 ? bottom : top }
}

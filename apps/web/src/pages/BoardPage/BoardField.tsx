import { tidyField, type Canvas, type FieldTemplate, type Item } from '@tafelrunde/schema'
import { Ellipsis, LayoutGrid, Move } from 'lucide-react'
import { memo, useCallback } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { useDesk } from '../../board/Desk.ts'
import { fieldSections, sectionAttributes } from '../../features/canvas/fieldSections.ts'
import { FieldView, type FieldSection } from '../../features/canvas/FieldView.tsx'
import { ItemWriter } from '../../features/item/ItemWriter.tsx'
import { Cursors } from '../../features/people/Cursors.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { BoardNote } from './BoardNote.tsx'
import { NoteCluster } from './NoteCluster.tsx'
import { OutlineRow } from './OutlineRow.tsx'
import type { Whiteboard } from './Whiteboard.ts'

export interface BoardFieldProps {
  readonly canvas: Canvas
  readonly field: FieldTemplate
  readonly whiteboard: Whiteboard
  readonly isOutline?: boolean
}

/** One field of a canvas with its notes; renders again only when its own notes change. */
export const BoardField = memo(function BoardField({ canvas, field, whiteboard, isOutline = false }: BoardFieldProps) {
  const t = useText().board
  const language = useLanguage()
  const desk = useDesk()
  const { talks } = desk.run
  const mayWrite = desk.rights.closed.items === null && !desk.rights.isCanvasLocked(canvas.id)
  const sections = useBoardValue(desk.board, (snapshot) =>
    fieldSections(field, indexOf(snapshot).itemsIn(canvas.id, field.id), { talks, withoutTalk: t.allTalks }),
  )
  const count = useBoardValue(desk.board, (snapshot) => {
    const index = indexOf(snapshot)
    const shown = index.itemsIn(canvas.id, field.id)
    return shown.reduce((sum, { id }) => sum + 1 + (index.clusters.membersOf.get(id)?.length ?? 0), 0)
  })
  const hasPlaced = sections.some((section) => section.items.some((item) => item.position !== null))
  const name = field.label[language]

  const renderNote = useCallback(
    (head: Item, isTabStop: boolean) => (
      <NoteCluster item={head}>
        {(item) =>
          isOutline ? (
            <OutlineRow item={item} field={field} isTabStop={isTabStop} />
          ) : (
            <BoardNote item={item} field={field} isTabStop={isTabStop} />
          )
        }
      </NoteCluster>
    ),
    [field, isOutline],
  )
  const renderWriter = (section: FieldSection) => {
    const attributes = sectionAttributes(field, section, talks)
    return (
      <ItemWriter
        place={{ canvasId: canvas.id, fieldId: field.id }}
        fieldName={section.title ? `${name}, ${section.title}` : name}
        {...(attributes && { attributes })}
      />
    )
  }
  const tidy = () => {
    whiteboard.setLoose(canvas.id, field.id, false)
    if (desk.edit(t.didTidy, (board) => tidyField(board, canvas.id, field.id))) desk.say(t.didTidy)
  }
  return (
    <FieldView
      canvasId={canvas.id}
      field={field}
      sections={sections}
      mayWrite={mayWrite}
      count={count}
      isOutline={isOutline}
      renderNote={renderNote}
      renderWriter={renderWriter}
      overlay={isOutline ? null : <Cursors canvasId={canvas.id} fieldId={field.id} unit="%" />}
      menu={
        mayWrite &&
        !isOutline && (
          <Menu
            label={t.fieldMenu({ field: name })}
            trigger={
              <IconButton
                size="s"
                className="field-menu"
                label={t.fieldMenu({ field: name })}
                icon={<Icon of={Ellipsis} size={16} />}
              />
            }
          >
            <MenuItem icon={<Icon of={Move} />} onAction={() => whiteboard.setLoose(canvas.id, field.id, true)}>
              {t.arrangeFreely}
            </MenuItem>
            <MenuItem icon={<Icon of={LayoutGrid} />} isDisabled={!hasPlaced} onAction={tidy}>
              {t.tidyUp}
            </MenuItem>
          </Menu>
        )
      }
    />
  )
})

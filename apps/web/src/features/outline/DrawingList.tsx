import { erase, type SketchElement, type SketchEnd } from '@tafelrunde/schema'
import { Trash2 } from 'lucide-react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

export interface DrawingListProps {
  readonly sketch: readonly SketchElement[]
  readonly nameOf: (itemId: string) => string
  readonly mayDraw: boolean
}

/** Arrows and strokes by name, for everybody who does not see or point. */
export function DrawingList({ sketch, nameOf, mayDraw }: DrawingListProps) {
  const t = useText().board
  const desk = useDesk()
  const nameOfEnd = (end: SketchEnd) => ('itemId' in end ? nameOf(end.itemId) : t.arrowEnd)
  const strokes = sketch.filter((element) => element.type === 'stroke')
  const name = (element: SketchElement) =>
    element.type === 'arrow'
      ? `${t.arrowName({ from: nameOfEnd(element.from), to: nameOfEnd(element.to) })}${element.label && `: ${element.label}`}`
      : t.strokeName({ index: strokes.indexOf(element) + 1 })
  if (sketch.length === 0) return null
  return (
    <section className="drawing-list">
      <h3>{t.drawings}</h3>
      <ul>
        {sketch.map((element) => (
          <li key={element.id}>
            <span>{name(element)}</span>
            {mayDraw && (
              <IconButton
                size="s"
                label={`${t.erase}: ${name(element)}`}
                icon={<Icon of={Trash2} size={15} />}
                onClick={() => desk.edit(t.didErase, (board) => erase(board, element.id))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

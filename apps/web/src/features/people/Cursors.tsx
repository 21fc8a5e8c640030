import type { FieldId } from '@tafelrunde/schema'
import type { CSSProperties } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { groupColour } from '../../ui/Chip.tsx'
import './Cursors.css'

/** Pointers of the others in one field, or in the free area (then in its pixels). Not for screen readers. */
export function Cursors({ canvasId, fieldId, unit }: { canvasId: string | null; fieldId: FieldId; unit: '%' | 'px' }) {
  const desk = useDesk()
  const people = useStore(desk.others, (others) => others.people)
  return people
    .filter(({ place }) => place?.fieldId === fieldId && (place.canvasId ?? null) === canvasId)
    .map(({ id, name, colour, place, dragging }) => {
      const factor = unit === '%' ? 100 : 1
      const style: CSSProperties = {
        left: `${(place?.x ?? 0) * factor}${unit}`,
        top: `${(place?.y ?? 0) * factor}${unit}`,
        background: groupColour(colour),
        ...(unit === '%' && { translate: `${-(place?.x ?? 0) * 100}%` }),
      }
      return (
        <span key={id} className="cursor" style={style} data-dragging={dragging ? '' : undefined} aria-hidden>
          {name}
        </span>
      )
    })
}

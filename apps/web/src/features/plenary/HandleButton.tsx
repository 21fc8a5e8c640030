import { GripVertical } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import './HandleButton.css'

/** What one takes to put an entry at another place; see useReorder. */
export function HandleButton({ label, ...rest }: ComponentPropsWithRef<'button'> & { label: string }) {
  return (
    <button {...rest} type="button" className="plenary-handle" aria-label={label}>
      <Icon of={GripVertical} size={16} />
    </button>
  )
}

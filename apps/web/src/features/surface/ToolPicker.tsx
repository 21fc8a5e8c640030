import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import './ZoomControls.css'

export interface SurfaceTool<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly icon: LucideIcon
  readonly shortcut: string
  readonly isDisabled?: boolean
}

export interface ToolPickerProps<Name extends string> {
  readonly label: string
  readonly tools: readonly SurfaceTool<Name>[]
  readonly tool: Name
  readonly onPick: (tool: Name) => void
}

/** What the pointer does on the surface. */
export function ToolPicker<Name extends string>({ label, tools, tool, onPick }: ToolPickerProps<Name>) {
  const name = useId()
  return (
    <fieldset className="tool-picker">
      <legend className="visually-hidden">{label}</legend>
      {tools.map((entry) => (
        <label key={entry.name} title={`${entry.label} (${entry.shortcut})`}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={entry.name === tool}
            disabled={entry.isDisabled ?? false}
            onChange={() => onPick(entry.name)}
          />
          <Icon of={entry.icon} size={17} />
          <span className="visually-hidden">{entry.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

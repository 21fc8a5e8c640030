import { useId, type ReactNode } from 'react'
import './Checkbox.css'

export interface CheckboxProps {
  label: ReactNode
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  isDisabled?: boolean
  description?: ReactNode
}

/** A yes or no. */
export function Checkbox({ label, isChecked, onChange, isDisabled = false, description }: CheckboxProps) {
  const id = useId()
  return (
    <label className="ui-checkbox">
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={description ? id : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {description && (
          <small id={id} className="ui-field-help">
            {description}
          </small>
        )}
      </span>
    </label>
  )
}

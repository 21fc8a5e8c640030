import { useId, type ReactNode } from 'react'
import './Segmented.css'

export interface SegmentedOption<V extends string = string> {
  value: V
  label: string
  icon?: ReactNode
}

export interface SegmentedProps<V extends string> {
  label: string
  value: V
  options: readonly SegmentedOption<V>[]
  onChange: (value: V) => void
  /** Shows the pictures alone; the labels stay for screen readers and tooltips. */
  isIconOnly?: boolean
}

/** A short choice of one with everything in view: radio buttons that look like one control. */
export function Segmented<V extends string>({ label, value, options, onChange, isIconOnly }: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset className="ui-segmented">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} title={isIconOnly ? option.label : undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          <span className={isIconOnly ? 'visually-hidden' : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

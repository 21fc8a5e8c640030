import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Field } from './TextField.tsx'

export interface SelectOption<V extends string = string> {
  value: V
  label: string
  isDisabled?: boolean
}

export interface SelectProps<V extends string> extends Omit<
  ComponentPropsWithRef<'select'>,
  'onChange' | 'value' | 'id' | 'children'
> {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly SelectOption<V>[]
  description?: ReactNode
  error?: string | null | undefined
  isLabelHidden?: boolean
}

/** A choice of one; native, so that phones and screen readers show their own list. */
export function Select<V extends string>({
  label,
  value,
  onChange,
  options,
  description,
  error,
  isLabelHidden,
  ...rest
}: SelectProps<V>) {
  return (
    <Field label={label} description={description} error={error} isLabelHidden={isLabelHidden ?? false}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          className="ui-input ui-select"
          value={value}
          onChange={(event) => onChange(event.target.value as V)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled ?? false}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

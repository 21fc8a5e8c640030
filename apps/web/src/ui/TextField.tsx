import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import './TextField.css'

interface FieldTexts {
  label: string
  /** Help below the control. */
  description?: ReactNode
  /** What is wrong and what to do; marks the control as invalid. */
  error?: string | null | undefined
  /** Keeps the label for screen readers only. */
  isLabelHidden?: boolean
}

/** Label, help and error around one native control; gives the control its id and descriptions. */
export function Field({
  label,
  description,
  error,
  isLabelHidden = false,
  children,
}: FieldTexts & {
  children: (wiring: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}) {
  const id = useId()
  const help = description ? `${id}-help` : ''
  const problem = error ? `${id}-error` : ''
  const describedBy = [problem, help].filter(Boolean).join(' ')
  return (
    <div className="ui-field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {children({
        id,
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {error && (
        <p className="ui-field-error" id={problem}>
          {error}
        </p>
      )}
      {description && (
        <p className="ui-field-help" id={help}>
          {description}
        </p>
      )}
    </div>
  )
}

export interface TextFieldProps extends FieldTexts, Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'value' | 'id'> {
  value: string
  onChange: (value: string) => void
}

/** One line of text. */
export function TextField({ label, description, error, isLabelHidden, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} description={description} error={error} isLabelHidden={isLabelHidden ?? false}>
      {(wiring) => (
        <input
          type="text"
          {...rest}
          {...wiring}
          className="ui-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export interface TextAreaProps
  extends FieldTexts, Omit<ComponentPropsWithRef<'textarea'>, 'onChange' | 'value' | 'id'> {
  value: string
  onChange: (value: string) => void
}

/** Several lines of text; grows with its content where the browser can. */
export function TextArea({ label, description, error, isLabelHidden, value, onChange, ...rest }: TextAreaProps) {
  return (
    <Field label={label} description={description} error={error} isLabelHidden={isLabelHidden ?? false}>
      {(wiring) => (
        <textarea
          rows={3}
          {...rest}
          {...wiring}
          className="ui-input ui-textarea"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

import { X } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SCALES, type Scale } from './ballotDraft.ts'

export interface ScaleInputProps {
  readonly scale: Scale
  /** What is estimated, for screen readers. */
  readonly of: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** A number from a short scale, with words at its ends; a second button takes it back. */
export function ScaleInput({ scale, of, value, onChange }: ScaleInputProps) {
  const t = useText().votes
  const name = useId()
  const label = t.estimate[scale]
  return (
    <fieldset className="vote-scale">
      <legend>
        {label} <span className="visually-hidden">{of}</span>
        <small>{`${t.estimate.low[scale]} – ${t.estimate.high[scale]}`}</small>
      </legend>
      {Array.from({ length: SCALES[scale] }, (_, at) => at + 1).map((number) => (
        <label key={number} data-chosen={number === value ? '' : undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={number === value}
            aria-label={t.estimate.value({ label, value: number, of: SCALES[scale] })}
            onChange={() => onChange(number)}
          />
          <span aria-hidden>{number}</span>
        </label>
      ))}
      {value !== null && (
        <IconButton
          size="s"
          label={`${t.form.clear}: ${label}`}
          icon={<Icon of={X} size={16} />}
          onClick={() => onChange(null)}
        />
      )}
    </fieldset>
  )
}

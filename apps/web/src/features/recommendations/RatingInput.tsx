import type { Rating } from '@tafelrunde/schema'
import { useId } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import './Dots.css'

export interface RatingInputProps {
  readonly label: string
  readonly value: Rating | null
  readonly isDisabled: boolean
  readonly onChange: (value: Rating | null) => void
}

const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5]

/** Five dots to choose from; a second button takes the choice back. */
export function RatingInput({ label, value, isDisabled, onChange }: RatingInputProps) {
  const t = useText().recommendations
  const name = useId()
  return (
    <fieldset className="rating-input" disabled={isDisabled}>
      <legend>{label}</legend>
      {RATINGS.map((rating) => (
        <label key={rating} data-filled={value !== null && rating <= value ? '' : undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={rating === value}
            aria-label={t.ratingOf({ label, value: rating })}
            onChange={() => onChange(rating)}
          />
          <span aria-hidden>{rating}</span>
        </label>
      ))}
      {value !== null && !isDisabled && (
        <Button variant="quiet" size="s" onClick={() => onChange(null)}>
          {t.ratingClear}
        </Button>
      )}
    </fieldset>
  )
}

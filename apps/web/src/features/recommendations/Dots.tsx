import './Dots.css'

/** A rating of 1 to 5 as filled and empty dots; the words are for screen readers. */
export function Dots({ label, spoken, value }: { label: string; spoken: string; value: number | null }) {
  return (
    <span className="dots" data-open={value === null ? '' : undefined}>
      <span className="visually-hidden">{spoken}</span>
      <span aria-hidden>
        {label} <span className="dots-marks">{'●'.repeat(value ?? 0) + '○'.repeat(5 - (value ?? 0))}</span>
      </span>
    </span>
  )
}

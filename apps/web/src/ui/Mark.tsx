import './Mark.css'

/** The product's mark: a round table and its seats. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="ui-mark" width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden focusable={false}>
      <circle cx="14" cy="14" r="6.2" stroke="currentColor" strokeWidth="2.4" />
      <g fill="currentColor">
        <circle cx="14" cy="3" r="2" />
        <circle cx="23.5" cy="8.5" r="2" />
        <circle cx="23.5" cy="19.5" r="2" />
        <circle cx="14" cy="25" r="2" />
        <circle cx="4.5" cy="19.5" r="2" />
        <circle cx="4.5" cy="8.5" r="2" />
      </g>
    </svg>
  )
}

import './Chip.css'

/** CSS colour of a group or seat, by its number 0 to 11. */
export function groupColour(colour: number): string {
  return `var(--group-${((colour % 12) + 12) % 12})`
}

export interface ChipProps {
  letter: string
  colour: number
  /** Full name of the group, spoken and shown on hover. Leave out where the name stands beside the chip. */
  name?: string
  size?: 's' | 'm' | 'l'
}

/** A group's letter in its colour; looks the same everywhere. */
export function Chip({ letter, colour, name, size = 'm' }: ChipProps) {
  return (
    <span className="ui-chip" data-size={size} style={{ background: groupColour(colour) }} title={name}>
      {name ? (
        <>
          <span aria-hidden>{letter}</span>
          <span className="visually-hidden">{name}</span>
        </>
      ) : (
        letter
      )}
    </span>
  )
}

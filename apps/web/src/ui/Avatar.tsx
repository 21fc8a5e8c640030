import { groupColour } from './Chip.tsx'
import './Avatar.css'

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function firstCharacters(text: string, count: number): string {
  return Array.from(characters.segment(text), ({ segment }) => segment)
    .slice(0, count)
    .join('')
}

/** One or two characters for a person: of the name, else of the organisation. */
export function initialsOf(name: string, organisation = ''): string {
  const source = name.trim() || organisation.trim()
  if (!source) return '?'
  const [first = '', second] = source.split(/[\s-]+/).filter(Boolean)
  const initials = second ? firstCharacters(first, 1) + firstCharacters(second, 1) : firstCharacters(first, 2)
  return initials.toUpperCase()
}

export interface AvatarProps {
  name: string
  organisation?: string
  /** Number 0 to 11; draws the ring in the person's cursor colour. */
  colour?: number
  size?: 's' | 'm'
}

/** A person's initials; the full name is the tooltip and what is spoken. */
export function Avatar({ name, organisation = '', colour, size = 'm' }: AvatarProps) {
  const full = [name.trim(), organisation.trim()].filter(Boolean).join(', ')
  return (
    <span
      className="ui-avatar"
      data-size={size}
      title={full || undefined}
      style={colour === undefined ? undefined : { boxShadow: `inset 0 0 0 2px ${groupColour(colour)}` }}
    >
      <span aria-hidden>{initialsOf(name, organisation)}</span>
      <span className="visually-hidden">{full || '?'}</span>
    </span>
  )
}

export interface AvatarStackProps {
  label: string
  people: readonly (AvatarProps & { id: string })[]
  max?: number
}

/** Who is here: the first few faces and how many more. */
export function AvatarStack({ label, people, max = 4 }: AvatarStackProps) {
  const hidden = people.length - max
  return (
    <ul className="ui-avatars" aria-label={label}>
      {people.slice(0, hidden === 1 ? max + 1 : max).map(({ id, ...person }) => (
        <li key={id}>
          <Avatar {...person} />
        </li>
      ))}
      {hidden > 1 && (
        <li>
          <span
            className="ui-avatar"
            title={people
              .slice(max)
              .map((person) => person.name)
              .join(', ')}
          >
            +{hidden}
          </span>
        </li>
      )}
    </ul>
  )
}

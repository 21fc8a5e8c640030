import { useText } from '../../i18n/useText.ts'
import { TextField } from '../../ui/TextField.tsx'

/** Several people at one device: how many, and who, in their own words. */
export interface Room {
  readonly people: number
  readonly companions: string
}

export interface SeveralPeopleProps {
  value: Room
  onChange: (room: Room) => void
}

const MOST = 99
const NAMES_CHARACTERS = 500

/** Asks how many share the device and, if they like, who. */
export function SeveralPeople({ value, onChange }: SeveralPeopleProps) {
  const t = useText().groups.room
  const isOdd = !Number.isInteger(value.people) || value.people < 1 || value.people > MOST
  return (
    <>
      <TextField
        label={t.number}
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST}
        required
        value={Number.isNaN(value.people) ? '' : String(value.people)}
        error={isOdd ? t.tooMany : null}
        onChange={(text) => onChange({ ...value, people: text === '' ? Number.NaN : Number(text) })}
      />
      <TextField
        label={t.names}
        placeholder={t.namesHint}
        description={t.explain}
        maxLength={NAMES_CHARACTERS}
        value={value.companions}
        onChange={(companions) => onChange({ ...value, companions })}
      />
    </>
  )
}

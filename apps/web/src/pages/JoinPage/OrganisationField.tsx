import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

const NONE = ''
const OTHER = '\u0000other'
const ORGANISATION_CHARACTERS = 120

export interface OrganisationFieldProps {
  /** The workshop's list; empty asks for free text at once. */
  known: readonly string[]
  value: string
  onChange: (organisation: string) => void
}

/** The organisation somebody is here for: from the list, another one, or none. */
export function OrganisationField({ known, value, onChange }: OrganisationFieldProps) {
  const t = useText()
  const [isOther, setIsOther] = useState(false)
  if (known.length === 0) {
    return (
      <TextField
        label={t.join.organisation}
        autoComplete="organization"
        maxLength={ORGANISATION_CHARACTERS}
        value={value}
        onChange={onChange}
      />
    )
  }
  return (
    <>
      <Select
        label={t.join.organisation}
        value={isOther ? OTHER : value}
        onChange={(choice) => {
          setIsOther(choice === OTHER)
          onChange(choice === OTHER ? '' : choice)
        }}
        options={[
          { value: NONE, label: t.join.organisationNone },
          ...known.map((organisation) => ({ value: organisation, label: organisation })),
          { value: OTHER, label: t.join.organisationOther },
        ]}
      />
      {isOther && (
        <TextField
          label={t.join.organisationOtherLabel}
          autoComplete="organization"
          maxLength={ORGANISATION_CHARACTERS}
          value={value}
          onChange={onChange}
        />
      )}
    </>
  )
}

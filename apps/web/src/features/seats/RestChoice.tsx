import { useText } from '../../i18n/useText.ts'
import { Select } from '../../ui/Select.tsx'

/** What becomes of people whom no list names. */
export function RestChoice({
  value,
  onChange,
}: {
  value: 'wait' | 'smallest'
  onChange: (value: 'wait' | 'smallest') => void
}) {
  const t = useText().groups.mode
  return (
    <Select
      label={t.rest}
      value={value}
      onChange={onChange}
      options={(['wait', 'smallest'] as const).map((choice) => ({ value: choice, label: t[choice] }))}
    />
  )
}

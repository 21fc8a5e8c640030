import type { EditSeatRequest, SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { useId, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface SeatFormProps {
  seat: SeatRecord
  groups: readonly Group[]
  organisations: readonly string[]
  onSave: (change: EditSeatRequest) => void
  onCancel: () => void
  /** Leave out where the seat must not be revoked. */
  onRevoke?: () => void
  onUndo: () => void
}

/** Name, organisation, group and role of one person. */
export function SeatForm({ seat, groups, organisations, onSave, onCancel, onRevoke, onUndo }: SeatFormProps) {
  const t = useText()
  const listId = useId()
  const [name, setName] = useState(seat.name)
  const [organisation, setOrganisation] = useState(seat.organisation)
  const [groupId, setGroupId] = useState(seat.groupId ?? '')
  const [role, setRole] = useState(seat.role)
  const [people, setPeople] = useState(String(seat.people))
  const [companions, setCompanions] = useState(seat.companions)
  const count = Number(people)
  const isOdd = !Number.isInteger(count) || count < 1 || count > 99
  const isMember = seat.role === 'participant' || seat.role === 'scribe'
  return (
    <form
      className="seat-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isOdd) return
        onSave({
          ...(name === seat.name ? {} : { name }),
          ...(count === seat.people ? {} : { people: count }),
          ...(companions === seat.companions ? {} : { companions }),
          ...(organisation === seat.organisation ? {} : { organisation }),
          ...(groupId === (seat.groupId ?? '') ? {} : { groupId: groupId === '' ? null : groupId }),
          ...(role === seat.role || (role !== 'participant' && role !== 'scribe') ? {} : { role }),
        })
      }}
    >
      <TextField label={t.cockpit.seats.name} value={name} maxLength={120} onChange={setName} />
      <TextField
        label={t.cockpit.seats.organisation}
        value={organisation}
        maxLength={120}
        list={listId}
        onChange={setOrganisation}
      />
      <datalist id={listId}>
        {organisations.map((entry) => (
          <option key={entry} value={entry}>
            {entry}
          </option>
        ))}
      </datalist>
      <TextField
        label={t.groups.people.room}
        type="number"
        min={1}
        max={99}
        value={people}
        error={isOdd ? t.groups.room.tooMany : null}
        onChange={setPeople}
      />
      <TextField label={t.groups.people.companions} value={companions} maxLength={500} onChange={setCompanions} />
      {isMember && (
        <>
          <Select
            label={t.cockpit.seats.group}
            value={groupId}
            onChange={setGroupId}
            options={[
              { value: '', label: t.cockpit.seats.noGroup },
              ...groups
                .filter((group) => group.kind === 'group')
                .map((group) => ({ value: group.id as string, label: `${group.letter} ${group.name}` })),
            ]}
          />
          <Select
            label={t.cockpit.seats.role}
            value={role}
            onChange={setRole}
            options={(['participant', 'scribe'] as const).map((value) => ({ value, label: t.cockpit.roles[value] }))}
          />
        </>
      )}
      <div className="seat-form-actions">
        {onRevoke && (
          <Button variant="danger" size="s" onClick={onRevoke}>
            {t.cockpit.seats.revoke}
          </Button>
        )}
        <Button size="s" onClick={onUndo}>
          {t.cockpit.seats.undo}
        </Button>
        <span className="seat-form-gap" />
        <Button size="s" onClick={onCancel}>
          {t.cockpit.seats.cancel}
        </Button>
        <Button size="s" type="submit" variant="primary">
          {t.cockpit.seats.save}
        </Button>
      </div>
    </form>
  )
}

import { useId, useState, type FormEvent } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { editOwnSeat } from '../../api/ownSeat.ts'
import { homeOf } from '../../api/placeOf.ts'
import { updateSeat, type StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { navigate } from '../../ui/navigation.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/Toast.tsx'

export interface GroupOption {
  readonly id: string
  readonly letter: string
  readonly name: string
}

export interface EditSeatDialogProps {
  seat: StoredSeat
  organisations: readonly string[]
  groups: readonly GroupOption[]
  onClose: () => void
}

const NAME_CHARACTERS = 120

/** Changes how others see this person, and the group where that is offered. */
export function EditSeatDialog({ seat, organisations, groups, onClose }: EditSeatDialogProps) {
  const t = useText()
  const formId = useId()
  const listId = useId()
  const [name, setName] = useState(seat.name)
  const [organisation, setOrganisation] = useState(seat.organisation)
  const [groupId, setGroupId] = useState(seat.groupId ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const hasNewGroup = groupId !== '' && groupId !== seat.groupId

  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const body = { name: name.trim(), organisation: organisation.trim(), ...(hasNewGroup && { groupId }) }
      const now = await editOwnSeat(seat, body)
      updateSeat(seat.seatId, now)
      showToast({ text: t.people.saved })
      onClose()
      if (hasNewGroup) navigate(homeOf({ ...seat, ...now }))
    } catch (error) {
      const reason = error instanceof ApiError ? error.code : 'internal'
      setProblem(reason === 'network' ? t.join.bad.offline.title : errorText(t, reason))
    }
  }

  return (
    <Dialog
      title={t.people.editSeatTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t.ui.save}
          </Button>
        </>
      }
    >
      <form id={formId} className="people-form" onSubmit={(event) => void save(event)}>
        <TextField
          label={t.people.name}
          placeholder={t.people.namePlaceholder}
          autoComplete="name"
          maxLength={NAME_CHARACTERS}
          value={name}
          onChange={setName}
        />
        <TextField
          label={t.people.organisation}
          autoComplete="organization"
          list={listId}
          maxLength={NAME_CHARACTERS}
          value={organisation}
          onChange={setOrganisation}
        />
        <datalist id={listId}>
          {organisations.map((known) => (
            <option key={known} value={known}>
              {known}
            </option>
          ))}
        </datalist>
        {groups.length > 1 && (
          <Select
            label={t.people.group}
            value={groupId}
            onChange={setGroupId}
            description={hasNewGroup ? t.people.groupChange : undefined}
            options={groups.map((group) => ({ value: group.id, label: `${group.letter} · ${group.name}` }))}
          />
        )}
        {problem && (
          <p role="alert" className="ui-field-error">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  )
}

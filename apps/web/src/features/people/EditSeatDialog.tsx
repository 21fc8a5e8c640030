import type { InviteResponse } from '@tafelrunde/protocol'
import { useEffect, useId, useState, type FormEvent } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { editOwnSeat, readGroupChoices } from '../../api/ownSeat.ts'
import { updateSeat, type StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { SeveralPeople, type Room } from './SeveralPeople.tsx'

export interface EditSeatDialogProps {
  seat: StoredSeat
  organisations: readonly string[]
  onClose: () => void
}

const NAME_CHARACTERS = 120

/**
 * Changes how others see this person, how many they are, and the group where that is theirs to choose. The place follows
 * the group by itself.
 */
export function EditSeatDialog({ seat, organisations, onClose }: EditSeatDialogProps) {
  const t = useText()
  const formId = useId()
  const listId = useId()
  const [name, setName] = useState(seat.name)
  const [organisation, setOrganisation] = useState(seat.organisation)
  const [groupId, setGroupId] = useState(seat.groupId ?? '')
  const [room, setRoom] = useState<Room>({ people: seat.people ?? 1, companions: seat.companions ?? '' })
  const [groups, setGroups] = useState<InviteResponse['groups']>([])
  const [problem, setProblem] = useState<string | null>(null)
  const hasNewGroup = groupId !== '' && groupId !== seat.groupId
  const isPerson = seat.role !== 'screen' && seat.role !== 'public'

  useEffect(() => {
    let isCurrent = true
    readGroupChoices(seat).then(
      (found) => isCurrent && setGroups(found),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, for the seat that the dialog was opened for
  }, [])

  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const body = { name: name.trim(), organisation: organisation.trim(), ...room, ...(hasNewGroup && { groupId }) }
      updateSeat(seat.seatId, await editOwnSeat(seat, body))
      if (!hasNewGroup) showToast({ text: t.people.saved })
      onClose()
    } catch (error) {
      const reason = error instanceof ApiError ? error.code : 'internal'
      setProblem(reason === 'network' ? t.join.bad.offline.title : errorText(t, reason))
      if (reason === 'group.full') readGroupChoices(seat).then(setGroups, () => undefined)
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
        {groups.length > 0 && (
          <Select
            label={t.people.group}
            value={groupId}
            onChange={setGroupId}
            description={hasNewGroup ? t.people.groupChange : undefined}
            options={[
              ...(seat.groupId === null ? [{ value: '', label: t.groups.ownGroup.none }] : []),
              ...groups.map((group) => optionOf(group, { own: seat.groupId, full: t.groups.ownGroup.full })),
            ]}
          />
        )}
        {isPerson && <SeveralPeople value={room} onChange={setRoom} />}
        {problem && (
          <p role="alert" className="ui-field-error">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  )
}

function optionOf(
  group: InviteResponse['groups'][number],
  { own, full }: { own: string | null; full: (p: { name: string }) => string },
) {
  const isFull = group.id !== own && group.maxSeats !== null && group.seats >= group.maxSeats
  const name = `${group.letter} · ${group.name}`
  return { value: group.id, label: isFull ? full({ name }) : name, isDisabled: isFull }
}

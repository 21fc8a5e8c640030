import type { InviteResponse } from '@tafelrunde/protocol'
import { useId } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'

export interface GroupChoiceProps {
  groups: InviteResponse['groups']
  value: string | null
  onChange: (groupId: string) => void
}

/** The groups of a workshop with their topics and how full they are. */
export function GroupChoice({ groups, value, onChange }: GroupChoiceProps) {
  const t = useText()
  const name = useId()
  return (
    <fieldset className="join-groups">
      <legend>{t.join.chooseGroup}</legend>
      {groups.map((group) => {
        const isFull = group.maxSeats !== null && group.seats >= group.maxSeats
        return (
          <label key={group.id} className="join-group-option">
            <input
              type="radio"
              name={name}
              value={group.id}
              checked={value === group.id}
              disabled={isFull}
              onChange={() => onChange(group.id)}
            />
            <Chip letter={group.letter} colour={group.colour} />
            <span className="join-group-name">
              {group.name}
              {group.topic && <small className="soft">{group.topic}</small>}
            </span>
            <small className="soft">{isFull ? t.join.groupFull : t.join.groupSeats({ seats: group.seats })}</small>
          </label>
        )
      })}
    </fieldset>
  )
}

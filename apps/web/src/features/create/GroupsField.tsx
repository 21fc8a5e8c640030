import { Minus, Plus, X } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { groupLetter, isSeatNumber, resizeGroups, type GroupDraft } from './toCreateRequest.ts'

/** How many groups there are, and what they are called and work on. */
export function GroupsField({
  groups,
  onChange,
}: {
  groups: readonly GroupDraft[]
  onChange: (groups: readonly GroupDraft[]) => void
}) {
  const t = useText()
  const setGroup = (index: number, change: Partial<GroupDraft>): void =>
    onChange(groups.map((group, at) => (at === index ? { ...group, ...change } : group)))
  return (
    <>
      <div className="group-count">
        <TextField
          label={t.create.groupCount}
          type="number"
          min={1}
          max={60}
          value={String(groups.length)}
          onChange={(count) => count !== '' && onChange(resizeGroups(groups, Number(count)))}
        />
        <IconButton
          variant="plain"
          label={t.create.fewer}
          icon={<Icon of={Minus} />}
          disabled={groups.length <= 1}
          onClick={() => onChange(resizeGroups(groups, groups.length - 1))}
        />
        <IconButton
          variant="plain"
          label={t.create.more}
          icon={<Icon of={Plus} />}
          disabled={groups.length >= 60}
          onClick={() => onChange(resizeGroups(groups, groups.length + 1))}
        />
      </div>
      <ol className="group-drafts">
        {groups.map((group, index) => (
          <li key={index}>
            <Chip letter={groupLetter(index)} colour={index} />
            <TextField
              isLabelHidden
              label={t.create.groupNameLabel({ letter: groupLetter(index) })}
              placeholder={t.create.groupName({ letter: groupLetter(index) })}
              value={group.name}
              maxLength={120}
              onChange={(name) => setGroup(index, { name })}
            />
            <TextField
              isLabelHidden
              label={t.create.groupTopicLabel({ letter: groupLetter(index) })}
              placeholder={t.create.groupTopicPlaceholder}
              value={group.topic}
              maxLength={2000}
              onChange={(topic) => setGroup(index, { topic })}
            />
            <TextField
              isLabelHidden
              label={t.create.groupSeatsLabel({ letter: groupLetter(index) })}
              placeholder={t.create.groupSeatsPlaceholder}
              inputMode="numeric"
              value={group.maxSeats}
              error={group.maxSeats === '' || isSeatNumber(group.maxSeats) ? null : t.create.problems['seats.wrong']}
              onChange={(maxSeats) => setGroup(index, { maxSeats })}
            />
            <IconButton
              label={t.create.groupRemove({ letter: groupLetter(index) })}
              icon={<Icon of={X} size={16} />}
              disabled={groups.length <= 1}
              onClick={() => onChange(groups.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

import type { Group } from '@tafelrunde/schema/plain'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { emptyGroup, groupLetter, isSeatNumber, toGroupRequest, type GroupDraft } from './toCreateRequest.ts'
import './CreateForm.css'

export interface GroupsTabProps {
  groups: readonly Group[]
  /** Drafts by group id, where something was changed. */
  drafts: Readonly<Record<string, GroupDraft>>
  onDraft: (groupId: string, draft: GroupDraft) => void
  onAdd: (group: ReturnType<typeof toGroupRequest>) => Promise<unknown>
}

/** Names, topics and sizes of the groups, and one more. */
export function GroupsTab({ groups, drafts, onDraft, onAdd }: GroupsTabProps) {
  const t = useText()
  const [added, setAdded] = useState<GroupDraft>(emptyGroup)
  const row = (draft: GroupDraft, letter: string, onChange: (draft: GroupDraft) => void) => (
    <>
      <TextField
        isLabelHidden
        label={t.create.groupNameLabel({ letter })}
        value={draft.name}
        maxLength={120}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <TextField
        isLabelHidden
        label={t.create.groupTopicLabel({ letter })}
        placeholder={t.create.groupTopic}
        value={draft.topic}
        maxLength={2000}
        onChange={(topic) => onChange({ ...draft, topic })}
      />
      <TextField
        isLabelHidden
        label={t.create.groupSeatsLabel({ letter })}
        placeholder={t.create.groupSeatsPlaceholder}
        inputMode="numeric"
        value={draft.maxSeats}
        error={isSeats(draft.maxSeats) ? null : t.create.problems['seats.wrong']}
        onChange={(maxSeats) => onChange({ ...draft, maxSeats })}
      />
    </>
  )
  return (
    <div className="create-form">
      <ol className="group-drafts">
        {groups
          .filter(({ kind }) => kind === 'group')
          .map((group) => (
            <li key={group.id}>
              <Chip letter={group.letter} colour={group.colour} />
              {row(drafts[group.id] ?? groupDraftOf(group), group.letter, (draft) => onDraft(group.id, draft))}
            </li>
          ))}
      </ol>
      <form
        className="group-add"
        aria-label={t.create.edit.addGroup}
        onSubmit={(event) => {
          event.preventDefault()
          void onAdd(toGroupRequest(added, added.name.trim())).then(() => setAdded(emptyGroup))
        }}
      >
        {row(added, groupLetter(groups.length - 1), setAdded)}
        <Button
          type="submit"
          icon={<Icon of={Plus} size={16} />}
          disabled={!added.name.trim() || !isSeats(added.maxSeats)}
        >
          {t.create.edit.addGroup}
        </Button>
      </form>
    </div>
  )
}

/** A group as its inputs begin. */
export function groupDraftOf(group: Group): GroupDraft {
  return { name: group.name, topic: group.topic, maxSeats: group.maxSeats === null ? '' : String(group.maxSeats) }
}

function isSeats(text: string): boolean {
  return text === '' || isSeatNumber(text)
}

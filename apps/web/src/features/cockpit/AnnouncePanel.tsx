import type { Announcement, Group, GroupId } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { TextArea } from '../../ui/TextField.tsx'

/** A message while it is being written; `groupIds` empty: to everybody. */
export interface AnnounceDraft {
  readonly text: string
  readonly groupIds: readonly GroupId[]
}

export interface AnnouncePanelProps {
  draft: AnnounceDraft
  onDraft: (draft: AnnounceDraft) => void
  groups: readonly Group[]
  standing: Announcement | null
  onSend: () => void
  onClear: () => void
}

/** A message to everybody or to some groups, and the one that is being shown. */
export function AnnouncePanel({ draft, onDraft, groups, standing, onSend, onClear }: AnnouncePanelProps) {
  const t = useText()
  const toggle = (groupId: GroupId): void => {
    const isChosen = draft.groupIds.includes(groupId)
    const groupIds = isChosen ? draft.groupIds.filter((id) => id !== groupId) : [...draft.groupIds, groupId]
    onDraft({ ...draft, groupIds })
  }
  return (
    <section className="side-section" aria-labelledby="announce-title">
      <h2 id="announce-title">{t.cockpit.announce.title}</h2>
      <form
        className="announce"
        onSubmit={(event) => {
          event.preventDefault()
          onSend()
        }}
      >
        <TextArea
          label={t.cockpit.announce.label}
          isLabelHidden
          rows={2}
          maxLength={2000}
          value={draft.text}
          placeholder={t.cockpit.announce.placeholder}
          onChange={(text) => onDraft({ ...draft, text })}
        />
        <fieldset className="announce-targets">
          <legend className="visually-hidden">{t.cockpit.announce.to}</legend>
          <Button size="s" isPressed={draft.groupIds.length === 0} onClick={() => onDraft({ ...draft, groupIds: [] })}>
            {t.cockpit.announce.everyone}
          </Button>
          {groups
            .filter((group) => group.kind === 'group')
            .map((group) => (
              <button
                key={group.id}
                type="button"
                className="announce-target"
                aria-pressed={draft.groupIds.includes(group.id)}
                onClick={() => toggle(group.id)}
              >
                <Chip letter={group.letter} colour={group.colour} name={group.name} />
              </button>
            ))}
        </fieldset>
        <Button type="submit" variant="primary" disabled={!draft.text.trim()}>
          {t.cockpit.announce.send}
        </Button>
      </form>
      {standing && (
        <div className="side-card">
          <p className="small soft">
            {t.cockpit.announce.standing}
            {standing.groupIds && (
              <span className="announce-standing">
                {groups
                  .filter((group) => standing.groupIds?.includes(group.id))
                  .map((group) => (
                    <Chip key={group.id} size="s" letter={group.letter} colour={group.colour} name={group.name} />
                  ))}
              </span>
            )}
          </p>
          <p>{standing.text}</p>
          <Button size="s" onClick={onClear}>
            {t.cockpit.announce.clear}
          </Button>
        </div>
      )}
    </section>
  )
}

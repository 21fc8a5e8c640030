import type { Author, EntryAuthorsResponse } from '@tafelrunde/protocol'
import { Server, UserRoundX } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { errorText } from '../../i18n/errorText.ts'
import { formatDay, formatTime } from '../../i18n/format.ts'
import { useLanguage, type Language } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { readAuthors, type Access } from './moderationCalls.ts'
import './AuthorsDialog.css'

/** A seat whose recent edits can be taken back. */
export interface UndoableSeat {
  readonly seatId: string
  readonly name: string
}

export interface AuthorsDialogProps {
  access: Access
  groupId: string
  entryId: string
  onUndo: (seat: UndoableSeat) => void
  onClose: () => void
}

type Answer = { readonly authors: EntryAuthorsResponse } | { readonly problem: string }

/** Who made an entry of a board, whose words are in it, and who changed it last; for moderators. */
export function AuthorsDialog({ access, groupId, entryId, onUndo, onClose }: AuthorsDialogProps) {
  const t = useText()
  const { workshopId, token } = access
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let isCurrent = true
    readAuthors({ workshopId, token }, { groupId, entryId }).then(
      (authors) => isCurrent && setAnswer({ authors }),
      (error: unknown) => {
        if (isCurrent) setAnswer({ problem: error instanceof ApiError ? error.code : 'internal' })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [workshopId, token, groupId, entryId])
  return (
    <Dialog title={t.moderation.authors.title} isOpen onClose={onClose}>
      {answer === null && <output className="soft">{t.moderation.authors.loading}</output>}
      {answer && 'problem' in answer && <p role="alert">{errorText(t, answer.problem)}</p>}
      {answer && 'authors' in answer && <Authors authors={answer.authors} onUndo={onUndo} />}
      <p className="small soft">{t.moderation.authors.explain}</p>
    </Dialog>
  )
}

function Authors({ authors, onUndo }: { authors: EntryAuthorsResponse } & Pick<AuthorsDialogProps, 'onUndo'>) {
  const t = useText().moderation.authors
  const language = useLanguage()
  const { created, writers, changed } = authors
  const stated = created.isTimeCertain ? [] : [t.stated]
  const how = [...(created.isFromTray ? [t.fromTray] : []), ...(created.wasHidden ? [t.wasHidden] : [])]
  const nobody = created.wasHidden && created.by.kind === 'server' ? [t.hiddenNobody] : []
  const notes = [...(created.at === null ? [] : [t.at({ when: whenText(created.at, language) }), ...stated])]
  return (
    <dl className="authors">
      <div>
        <dt>{t.created}</dt>
        <dd>
          <Person of={created.by} notes={[...notes, ...how, ...nobody]} />
        </dd>
      </div>
      <div>
        <dt>{t.writers}</dt>
        {writers.length === 0 && <dd className="soft">{t.noText}</dd>}
        {writers.map(({ by, share }) => (
          <dd key={by.seatId ?? by.kind}>
            <Person of={by} notes={sinceNotes(by, t, language)} share={share} onUndo={onUndo} />
          </dd>
        ))}
      </div>
      <div>
        <dt>{t.changed}</dt>
        <dd>
          {changed ? (
            <Person of={changed.by} notes={[t.at({ when: whenText(changed.at, language) })]} />
          ) : (
            <span className="soft">{t.changedLongAgo}</span>
          )}
        </dd>
      </div>
    </dl>
  )
}

interface PersonProps {
  of: Author
  notes: readonly string[]
  share?: number
  onUndo?: AuthorsDialogProps['onUndo']
}

function Person({ of: author, notes, share, onUndo }: PersonProps) {
  const t = useText().moderation.authors
  const { kind, seatId, organisation } = author
  const name = nameOf(author, t)
  const details = [
    ...(kind === 'seat' && author.name && organisation ? [organisation] : []),
    ...(kind === 'server' ? [t.serverHint] : []),
    ...notes,
  ]
  return (
    <div className="authors-person">
      <Face of={author} />
      <div className="authors-name">
        <p>
          {name}
          {share !== undefined && (
            <span className="soft tabular"> · {t.share({ percent: Math.round(share * 100) })}</span>
          )}
        </p>
        {share !== undefined && <i className="authors-share" style={{ inlineSize: `${share * 100}%` }} />}
        {details.length > 0 && <p className="small soft">{details.join(' · ')}</p>}
      </div>
      {onUndo && seatId && (
        <Button size="s" aria-label={t.undoOf({ name })} onClick={() => onUndo({ seatId, name })}>
          {t.undo}
        </Button>
      )}
    </div>
  )
}

function Face({ of: { kind, name, organisation, isGone } }: { of: Author }): ReactNode {
  if (kind === 'seat' && !isGone) return <Avatar name={name} organisation={organisation} />
  return (
    <span className="ui-avatar authors-nobody" aria-hidden>
      <Icon of={kind === 'server' ? Server : UserRoundX} size={16} />
    </span>
  )
}

type Texts = ReturnType<typeof useText>['moderation']['authors']

function nameOf({ kind, name, organisation }: Author, t: Texts): string {
  if (kind === 'server') return t.server
  return kind === 'unknown' ? t.unknown : name || organisation || t.guest
}

function sinceNotes({ joinedAt, isGone }: Author, t: Texts, language: Language): readonly string[] {
  if (isGone) return [t.gone]
  return joinedAt === null ? [] : [t.since({ when: whenText(joinedAt, language) })]
}

/** The time of day today, with the day before it otherwise. */
function whenText(at: number, language: Language): string {
  const time = formatTime(at, language)
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? time : `${formatDay(at, language)}, ${time}`
}

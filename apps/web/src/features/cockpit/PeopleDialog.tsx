import type { CheckRecord, SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { MonitorCheck, MonitorX } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { arrangeSeats } from './arrangeSeats.ts'
import type { SeatChange } from './cockpitActions.ts'
import { SeatForm } from './SeatForm.tsx'
import './PeopleDialog.css'

export interface PeopleDialogProps {
  isOpen: boolean
  onClose: () => void
  seats: readonly SeatRecord[]
  checks: readonly CheckRecord[]
  groups: readonly Group[]
  organisations: readonly string[]
  /** The moderator's own seat, which cannot be revoked here. */
  ownSeatId: string
  onEdit: (seatId: string, change: SeatChange) => void
  onRevoke: (seatId: string) => void
  onUndo: (seat: { readonly seatId: string; readonly name: string }) => void
}

/** Everybody with a seat, by group; rename, move to another group, revoke. */
export function PeopleDialog(props: PeopleDialogProps) {
  const { isOpen, onClose, seats, checks, groups, organisations, ownSeatId, onEdit, onRevoke, onUndo } = props
  const t = useText()
  const [search, setSearch] = useState('')
  const [editedId, setEditedId] = useState<string | null>(null)
  const [revoked, setRevoked] = useState<SeatRecord | null>(null)
  const sections = arrangeSeats({ seats, groups, search })
  const nameOf = (seat: SeatRecord): string => seat.name || seat.organisation || t.cockpit.seats.guest
  return (
    <>
      <Dialog title={t.cockpit.seats.title} isOpen={isOpen} onClose={onClose} size="l">
        {seats.length > 6 && (
          <TextField
            label={t.cockpit.seats.search}
            isLabelHidden
            type="search"
            placeholder={t.cockpit.seats.searchHint}
            value={search}
            onChange={setSearch}
          />
        )}
        {sections.length === 0 && <p>{seats.length === 0 ? t.cockpit.seats.none : t.cockpit.seats.noMatch}</p>}
        {sections.map((section) => (
          <section
            key={section.key}
            className="people-section"
            aria-label={section.group?.name ?? t.cockpit.seats.noGroup}
          >
            <h3>
              {section.group && <Chip letter={section.group.letter} colour={section.group.colour} />}
              {section.group?.name ?? t.cockpit.seats.noGroup}
              <span className="soft tabular">{section.seats.length}</span>
            </h3>
            <ul>
              {section.seats.map((seat) => (
                <li key={seat.id}>
                  <div className="people-row">
                    <Avatar name={seat.name} organisation={seat.organisation} />
                    <div className="people-name">
                      <p>{nameOf(seat)}</p>
                      <p className="small soft">
                        {[
                          ...(seat.name && seat.organisation ? [seat.organisation] : []),
                          ...(seat.role === 'participant' ? [] : [t.cockpit.roles[seat.role]]),
                        ].join(' · ')}
                      </p>
                    </div>
                    <CheckSign check={checks.find(({ seatId }) => seatId === seat.id)} />
                    <span className="people-here small" data-here={seat.isPresent ? '' : undefined}>
                      {seat.isPresent ? t.cockpit.seats.here : t.cockpit.seats.away}
                    </span>
                    <Button
                      size="s"
                      aria-expanded={editedId === seat.id}
                      aria-label={t.cockpit.seats.edit({ name: nameOf(seat) })}
                      onClick={() => setEditedId(editedId === seat.id ? null : seat.id)}
                    >
                      {t.board.edit}
                    </Button>
                  </div>
                  {editedId === seat.id && (
                    <SeatForm
                      seat={seat}
                      groups={groups}
                      organisations={organisations}
                      onCancel={() => setEditedId(null)}
                      onSave={(change) => {
                        onEdit(seat.id, change)
                        setEditedId(null)
                      }}
                      {...(seat.id === ownSeatId || seat.role === 'owner' ? {} : { onRevoke: () => setRevoked(seat) })}
                      onUndo={() => onUndo({ seatId: seat.id, name: nameOf(seat) })}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Dialog>
      <Dialog
        title={revoked ? t.cockpit.seats.askRevoke({ name: nameOf(revoked) }) : ''}
        isOpen={revoked !== null}
        onClose={() => setRevoked(null)}
        size="s"
        isAlert
        footer={
          <>
            <Button onClick={() => setRevoked(null)}>{t.cockpit.seats.cancel}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (revoked) onRevoke(revoked.id)
                setRevoked(null)
                setEditedId(null)
              }}
            >
              {t.cockpit.seats.revoke}
            </Button>
          </>
        }
      >
        <p>{t.cockpit.seats.revokeExplain}</p>
      </Dialog>
    </>
  )
}

/** A quiet sign of the person's newest technical check. */
function CheckSign({ check }: { check: CheckRecord | undefined }) {
  const t = useText().cockpit.checks
  if (!check) return null
  return (
    <span className="people-check" data-verdict={check.verdict} title={t.sign[check.verdict]}>
      <Icon of={check.verdict === 'good' ? MonitorCheck : MonitorX} size={16} />
      <span className="visually-hidden">{t.sign[check.verdict]}</span>
    </span>
  )
}

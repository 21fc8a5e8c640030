import type { SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { Pin, Shuffle } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { belongsToGroups, peopleIn } from './arrangeSeats.ts'
import { mixGroups, type Mix } from './mixGroups.ts'
import type { Attempt } from './PeopleDialog.tsx'
import type { SeatCalls } from './seatCalls.ts'
import { useSeatName } from './useSeatName.ts'
import './MixDialog.css'

export interface MixDialogProps {
  seats: readonly SeatRecord[]
  groups: readonly Group[]
  calls: SeatCalls
  attempt: Attempt
  onClose: () => void
}

/** Shows a mix before anybody moves: again until it fits, with some people held in their place, then all at once. */
export function MixDialog({ seats, groups, calls, attempt, onClose }: MixDialogProps) {
  const t = useText()
  const words = t.groups.mix
  const nameOf = useSeatName()
  const [who, setWho] = useState<'present' | 'all'>('present')
  const [isKeeping, setIsKeeping] = useState(false)
  const [seed, setSeed] = useState(newSeed)
  const [pins, setPins] = useState<ReadonlyMap<string, string>>(new Map())
  // Who comes or goes while one looks must not shuffle everybody anew before the eyes.
  const [known] = useState(seats)
  const tables = groups.filter(({ kind }) => kind === 'group')
  const people = known.filter((seat) => belongsToGroups(seat) && (who === 'all' || seat.isPresent))
  const mix = useMemo(
    () =>
      mixGroups({
        people: people.map(({ id, organisation, groupId }) => ({
          id,
          organisation,
          pinnedTo: pins.get(id) ?? (isKeeping ? groupId : null),
        })),
        groups: tables.map(({ id, maxSeats }) => ({ id, maxSeats })),
        seed,
      }),
    // oxlint-disable-next-line react/exhaustive-deps -- people and tables follow from what is listed
    [known, groups, who, isKeeping, pins, seed],
  )
  const moves = people
    .map(({ id, groupId }) => ({ seatId: id, from: groupId, groupId: mix.groupOf.get(id) ?? groupId }))
    .filter(({ from, groupId }) => from !== groupId)
    .map(({ seatId, groupId }) => ({ seatId, groupId }))
  const pin = (seatId: string, groupId: string): void => {
    const next = new Map(pins)
    if (!next.delete(seatId)) next.set(seatId, groupId)
    setPins(next)
  }
  const apply = async (): Promise<void> => {
    if (moves.length === 0) showToast({ text: words.nothing })
    else if (!(await attempt(() => calls.assign(moves), words.applied({ count: moves.length })))) return
    onClose()
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <Button icon={<Icon of={Shuffle} size={16} />} onClick={() => setSeed(newSeed())}>
            {words.again}
          </Button>
          <Button variant="primary" aria-disabled={people.length === 0} onClick={() => void apply()}>
            {words.apply}
          </Button>
        </>
      }
    >
      <p className="soft">{words.explain}</p>
      <div className="mix-options">
        <Segmented
          label={words.who}
          value={who}
          onChange={setWho}
          options={(['present', 'all'] as const).map((value) => ({ value, label: words[value] }))}
        />
        <Checkbox label={words.keep} isChecked={isKeeping} onChange={setIsKeeping} />
      </div>
      {people.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <>
          <MixVerdict mix={mix} tables={tables.length} />
          <div className="mix-tables">
            {tables.map((group) => {
              const members = people.filter(({ id }) => mix.groupOf.get(id) === group.id)
              return (
                <section key={group.id} className="mix-table" aria-label={`${group.letter} ${group.name}`}>
                  <h3>
                    <Chip letter={group.letter} colour={group.colour} />
                    <span>{group.name}</span>
                    <span className="soft small tabular">{words.size({ count: peopleIn(members) })}</span>
                  </h3>
                  <ul>
                    {members.map((seat) => (
                      <li key={seat.id}>
                        <span className="mix-person">
                          {nameOf(seat)}
                          {seat.name && seat.organisation && <small className="soft">{seat.organisation}</small>}
                        </span>
                        <button
                          type="button"
                          className="mix-pin"
                          aria-pressed={pins.has(seat.id)}
                          aria-label={words.pin({ name: nameOf(seat) })}
                          title={words.pin({ name: nameOf(seat) })}
                          onClick={() => pin(seat.id, group.id)}
                        >
                          <Icon of={Pin} size={15} />
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              )
            })}
          </div>
        </>
      )}
    </Dialog>
  )
}

/** How well the mix keeps houses apart, and whether everybody has a place. */
function MixVerdict({ mix, tables }: { mix: Mix; tables: number }) {
  const words = useText().groups.mix
  const houses = mix.together.map(({ organisation, people }) =>
    words.house({ name: organisation, people, groups: tables }),
  )
  return (
    <>
      <output className="mix-verdict">
        {houses.length === 0 ? words.apart : words.together({ houses: houses.join(', ') })}
      </output>
      {mix.unplaced.length > 0 && <Notice kind="time">{words.unplaced({ count: mix.unplaced.length })}</Notice>}
    </>
  )
}

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}

import type { SeatingMode, SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { useEffect, useMemo, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { listEffect } from './listEffect.ts'
import { ListPreview } from './ListPreview.tsx'
import { parseAssignments } from './parseAssignments.ts'
import type { Attempt } from './PeopleDialog.tsx'
import { RestChoice } from './RestChoice.tsx'
import type { SeatCalls } from './seatCalls.ts'
import { useSeatName } from './useSeatName.ts'
import './ListDialog.css'

export interface ListDialogProps {
  seats: readonly SeatRecord[]
  groups: readonly Group[]
  organisations: readonly string[]
  mode: SeatingMode
  calls: SeatCalls
  attempt: Attempt
  onClose: () => void
}

const MOST_LINES = 1_000

/** Paste who goes where; shows what was understood and how the groups fill before anything counts. */
export function ListDialog({ seats, groups, organisations, mode, calls, attempt, onClose }: ListDialogProps) {
  const t = useText()
  const words = t.groups.list
  const nameOf = useSeatName()
  const [pasted, setPasted] = useState('')
  const [rest, setRest] = useState<'wait' | 'smallest'>(mode === 'smallest' ? 'smallest' : 'wait')
  const [movesSeated, setMovesSeated] = useState(false)
  const tables = useMemo(() => groups.filter(({ kind }) => kind === 'group'), [groups])
  const list = useMemo(
    () => parseAssignments(pasted, { groups: tables, organisations }),
    [pasted, tables, organisations],
  )
  const effect = useMemo(() => listEffect(list.entries, seats), [list, seats])
  const isTooLong = list.entries.length > MOST_LINES

  useEffect(() => {
    let isCurrent = true
    calls.readSeating().then(
      ({ entries }) => {
        const letters = new Map<string, string>(tables.map(({ id, letter }) => [id, letter]))
        const lines = entries.map((entry) =>
          [quoted(entry.name), quoted(entry.organisation), letters.get(entry.groupId) ?? ''].join('; '),
        )
        if (isCurrent) setPasted((before) => before || lines.join('\n'))
      },
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the list as it was when the dialog was opened
  }, [calls])

  const save = async (): Promise<void> => {
    if (isTooLong) return
    let moved = 0
    const change = { entries: [...list.entries], movesSeated, mode: list.entries.length > 0 ? rest : mode }
    const isSaved = await attempt(async () => {
      moved = (await calls.editSeating(change)).moved
    })
    if (!isSaved) return
    showToast({ text: words.saved({ moved }) })
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
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" aria-disabled={isTooLong} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <p className="soft">{words.explain}</p>
      <div className="list-paste">
        <TextArea
          label={words.paste}
          rows={7}
          spellCheck={false}
          placeholder={words.placeholder}
          value={pasted}
          error={isTooLong ? words.tooMany : null}
          onChange={setPasted}
        />
      </div>
      {pasted.trim() === '' ? (
        <p className="soft">{words.empty}</p>
      ) : (
        <>
          <ListPreview list={list} tables={tables} />
          {effect.ambiguous.length > 0 && <p>{words.ambiguous({ names: effect.ambiguous.map(nameOf).join(', ') })}</p>}
          {effect.elsewhere.length > 0 && (
            <Checkbox
              label={words.movesSeated}
              description={words.here({ count: effect.elsewhere.length })}
              isChecked={movesSeated}
              onChange={setMovesSeated}
            />
          )}
          <div className="list-rest">
            <RestChoice value={rest} onChange={setRest} />
            {mode === 'free' && <p className="soft small">{words.free}</p>}
          </div>
        </>
      )}
    </Dialog>
  )
}

function quoted(text: string): string {
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

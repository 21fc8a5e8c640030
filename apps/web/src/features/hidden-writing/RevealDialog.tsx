import { useId, useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { showToast } from '../../ui/Toast.tsx'
import type { HiddenCardProps } from './HiddenCard.tsx'
import { reveal } from './hiddenCalls.ts'

const ALL = 'all'

/** Asks with or without names, and of which board, before hidden notes become visible for good. */
export function RevealDialog({ run, hidden, seat, onClose }: HiddenCardProps & { readonly onClose: () => void }) {
  const t = useText()
  const texts = t.hiddenWriting.cockpit
  const [hasAuthors, setHasAuthors] = useState(false)
  const [board, setBoard] = useState(ALL)
  const [isBusy, setBusy] = useState(false)
  const name = useId()
  const chosen = hidden.boards.filter(({ groupId }) => board === ALL || groupId === board)
  const notes = chosen.reduce((sum, one) => sum + one.notes, 0)
  const nameOf = (groupId: string): string => {
    const group = run.groups.find(({ id }) => id === groupId)
    return group ? `${group.letter} · ${group.name || t.board.commonBoard}` : ''
  }
  const show = async (): Promise<void> => {
    setBusy(true)
    try {
      const count = await reveal(seat, { hasAuthors, ...(board === ALL ? {} : { groupId: board }) })
      showToast({ text: texts.done({ count }) })
      onClose()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast({ text: texts.failed({ problem: errorText(t, error.code) }), kind: 'problem' })
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={texts.ask}
      isOpen
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" disabled={isBusy || notes === 0} onClick={() => void show()}>
            {texts.confirm}
          </Button>
        </>
      }
    >
      <p>{texts.what({ notes, boards: chosen.length })}</p>
      {hidden.boards.length > 1 && (
        <Select
          label={texts.which}
          value={board}
          onChange={setBoard}
          options={[
            { value: ALL, label: texts.allBoards },
            ...hidden.boards.map((one) => ({
              value: one.groupId,
              label: `${nameOf(one.groupId)}: ${texts.count(one)}`,
            })),
          ]}
        />
      )}
      <fieldset className="reveal-choice">
        <legend>{texts.authors}</legend>
        {[false, true].map((value) => (
          <label key={String(value)}>
            <input type="radio" name={name} checked={hasAuthors === value} onChange={() => setHasAuthors(value)} />
            <span>
              {value ? texts.with : texts.without}
              <small>{value ? texts.withHint : texts.withoutHint}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}

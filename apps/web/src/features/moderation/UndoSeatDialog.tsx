import { useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import type { UndoableSeat } from './AuthorsDialog.tsx'
import { revertUndo, undoSeat, type Access } from './moderationCalls.ts'
import { revertOutcome, undoOutcome, type UndoOutcome } from './undoOutcome.ts'
import './UndoSeatDialog.css'

const MINUTES = ['1', '2', '5'] as const

export interface UndoSeatDialogProps {
  access: Access
  seat: UndoableSeat
  boards: readonly { readonly id: string; readonly letter: string; readonly name: string }[]
  /** The board that is suggested; all without it. */
  groupId?: string
  onClose: () => void
}

/** `undoId`: what was taken back and can be had again; a failed revert must not lose the way to it. */
type Stage =
  | { readonly type: 'asking' }
  | { readonly type: 'working'; readonly undoId: string | null }
  | { readonly type: 'failed'; readonly undoId: string | null; readonly code: string }
  | { readonly type: 'done'; readonly undoId: string | null; readonly outcome: UndoOutcome }

/** Asks how far and where, takes back what a seat wrote, and says what that has done; it can be reverted at once. */
export function UndoSeatDialog({ access, seat, boards, groupId = '', onClose }: UndoSeatDialogProps) {
  const t = useText()
  const words = t.moderation.undo
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>('5')
  const [where, setWhere] = useState(groupId)
  const [stage, setStage] = useState<Stage>({ type: 'asking' })
  const attempt = async (undoId: string | null, act: () => Promise<Stage>) => {
    setStage({ type: 'working', undoId })
    try {
      setStage(await act())
    } catch (error) {
      setStage({ type: 'failed', undoId, code: error instanceof ApiError ? error.code : 'internal' })
      if (!(error instanceof ApiError)) throw error
    }
  }
  const undo = () =>
    attempt(null, async () => {
      const wish = { seatId: seat.seatId, minutes: Number(minutes), ...(where ? { groupId: where } : {}) }
      const answer = await undoSeat(access, wish)
      return { type: 'done', undoId: answer.undoId, outcome: undoOutcome(words, seat.name, answer) }
    })
  const revert = (undoId: string) =>
    attempt(undoId, async () => {
      const answer = await revertUndo(access, undoId)
      return { type: 'done', undoId: null, outcome: revertOutcome(words, answer) }
    })
  const undoId = stage.type === 'asking' ? null : stage.undoId
  const isAsking = stage.type !== 'done' && undoId === null
  const isWorking = stage.type === 'working'
  return (
    <Dialog
      title={
        stage.type === 'done' ? stage.outcome.title : isAsking ? words.title({ name: seat.name }) : words.doneTitle
      }
      isOpen
      onClose={onClose}
      isAlert
      footer={
        isAsking ? (
          <>
            <Button onClick={onClose}>{t.ui.cancel}</Button>
            <Button variant="danger" aria-disabled={isWorking} onClick={() => void (isWorking || undo())}>
              {isWorking ? words.working : words.confirm}
            </Button>
          </>
        ) : (
          <>
            {undoId && (
              <Button aria-disabled={isWorking} onClick={() => void (isWorking || revert(undoId))}>
                {words.revert}
              </Button>
            )}
            <Button variant="primary" onClick={onClose}>
              {words.finish}
            </Button>
          </>
        )
      }
    >
      {isAsking && (
        <>
          <p>{words.explain}</p>
          <div className="undo-minutes">
            <p aria-hidden>{words.minutes}</p>
            <Segmented
              label={words.minutes}
              value={minutes}
              onChange={setMinutes}
              options={MINUTES.map((value) => ({ value, label: words.minutesChoice({ minutes: Number(value) }) }))}
            />
          </div>
          <Select
            label={words.where}
            value={where}
            onChange={setWhere}
            options={[
              { value: '', label: words.everywhere },
              ...boards.map(({ id, letter, name }) => ({ value: id, label: `${letter} ${name}` })),
            ]}
          />
        </>
      )}
      {stage.type === 'failed' && <p role="alert">{errorText(t, stage.code)}</p>}
      {stage.type === 'done' && (
        <output>
          {stage.outcome.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </output>
      )}
    </Dialog>
  )
}

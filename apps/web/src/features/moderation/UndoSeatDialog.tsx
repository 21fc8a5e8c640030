import type { UndoSeatResponse } from '@tafelrunde/protocol'
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
import { undoneText } from './undoneText.ts'
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

type Stage =
  | { readonly type: 'asking' | 'working' | 'reverted' }
  | { readonly type: 'failed'; readonly code: string }
  | { readonly type: 'done'; readonly answer: UndoSeatResponse }

/** Asks how far and where, takes back what a seat wrote, and says what that has done; it can be reverted at once. */
export function UndoSeatDialog({ access, seat, boards, groupId = '', onClose }: UndoSeatDialogProps) {
  const t = useText()
  const words = t.moderation.undo
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>('5')
  const [where, setWhere] = useState(groupId)
  const [stage, setStage] = useState<Stage>({ type: 'asking' })
  const attempt = async (act: () => Promise<Stage>) => {
    setStage({ type: 'working' })
    try {
      setStage(await act())
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setStage({ type: 'failed', code: error.code })
    }
  }
  const undo = () =>
    attempt(async () => {
      const wish = { seatId: seat.seatId, minutes: Number(minutes), ...(where ? { groupId: where } : {}) }
      return { type: 'done', answer: await undoSeat(access, wish) }
    })
  const revert = (undoId: string) =>
    attempt(async () => {
      await revertUndo(access, undoId)
      return { type: 'reverted' }
    })
  const isAsking = stage.type === 'asking' || stage.type === 'working' || stage.type === 'failed'
  const undoId = stage.type === 'done' ? stage.answer.undoId : null
  return (
    <Dialog
      title={titleOf(words, stage, seat.name)}
      isOpen
      onClose={onClose}
      isAlert
      footer={
        isAsking ? (
          <>
            <Button onClick={onClose}>{t.ui.cancel}</Button>
            <Button variant="danger" aria-disabled={stage.type === 'working'} onClick={() => void undo()}>
              {stage.type === 'working' ? words.working : words.confirm}
            </Button>
          </>
        ) : (
          <>
            {undoId && <Button onClick={() => void revert(undoId)}>{words.revert}</Button>}
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
        <output>{undoneText(words, stage.answer) || words.nothing({ name: seat.name })}</output>
      )}
      {stage.type === 'done' && stage.answer.refused.length > 0 && (
        <p>{words.refused({ count: stage.answer.refused.length })}</p>
      )}
      {stage.type === 'reverted' && <output>{words.reverted}</output>}
    </Dialog>
  )
}

function titleOf(words: ReturnType<typeof useText>['moderation']['undo'], stage: Stage, name: string): string {
  if (stage.type === 'done') return stage.answer.boards.length > 0 ? words.doneTitle : words.nothingTitle
  return stage.type === 'reverted' ? words.revertedTitle : words.title({ name })
}

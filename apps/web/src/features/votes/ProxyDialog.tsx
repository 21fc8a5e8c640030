import { newId, type RunState, type VoteRound } from '@tafelrunde/schema/plain'
import { useState } from 'react'
import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ballotOf, EMPTY_DRAFT, saysSomething } from './ballotDraft.ts'
import { BallotForm } from './BallotForm.tsx'
import { draftText } from './draftText.ts'
import { useVote } from './useVote.ts'
import { enterProxy } from './voteCalls.ts'

export interface ProxyDialogProps {
  readonly round: VoteRound
  readonly run: RunState
  readonly seat: StoredSeat
  readonly attempt: (change: () => Promise<unknown>, done?: string) => Promise<boolean>
  readonly onClose: () => void
}

/**
 * Ballots of people in the room who have no device, one after the other. Each has an id of its own from the start, so
 * that trying again counts once.
 */
export function ProxyDialog({ round, run, seat, attempt, onClose }: ProxyDialogProps) {
  const t = useText()
  const texts = t.votes.proxy
  const vote = useVote(seat, round)
  const [id, setId] = useState(() => newId<string>())
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [entered, setEntered] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const { plan } = round
  const enter = async (): Promise<void> => {
    setBusy(true)
    const who = name.trim()
    const request = { id, name: who, organisation, ballot: ballotOf(plan, draft) }
    const isEntered = await attempt(() => enterProxy(seat, round.id, request), texts.entered({ name: who }))
    setBusy(false)
    if (!isEntered) return
    setEntered([...entered, who])
    setId(newId<string>())
    setName('')
    setOrganisation('')
    setDraft(EMPTY_DRAFT)
  }
  const names = [...(vote?.proxies ?? []).map((proxy) => proxy.name), ...entered]
  return (
    <Dialog
      title={texts.title}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <div className="ballot-foot">
          <p className="ballot-given tabular">
            <b>{draftText(t, plan, { draft, count: vote?.options.length ?? 0 })}</b>
            {!saysSomething(draft) && <span className="ballot-state">{texts.nothing}</span>}
          </p>
          <Button onClick={onClose}>{t.ui.close}</Button>
          <Button variant="primary" disabled={isBusy || !saysSomething(draft)} onClick={() => void enter()}>
            {texts.enter}
          </Button>
        </div>
      }
    >
      <p className="small soft">{texts.explain}</p>
      <div className="vote-plan-pair">
        <TextField label={texts.name} value={name} maxLength={120} autoComplete="off" onChange={setName} />
        {plan.weight === 'organisation' && (
          <Select
            label={texts.organisation}
            value={organisation}
            onChange={setOrganisation}
            options={['', ...run.workshop.organisations].map((value) => ({
              value,
              label: value || texts.noOrganisation,
            }))}
          />
        )}
      </div>
      {vote && (
        <BallotForm key={id} plan={plan} options={vote.options} groups={run.groups} draft={draft} onChange={setDraft} />
      )}
      {names.length > 0 && (
        <p className="small soft">
          {texts.list}: {names.map((each) => each || texts.unnamed).join(', ')}
        </p>
      )}
    </Dialog>
  )
}

import type { VoteOption, VoteResults, WinnersRequest } from '@tafelrunde/protocol'
import { dealOut, type Group, type VotePlan } from '@tafelrunde/schema/plain'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'

export interface WinnersDialogProps {
  readonly plan: VotePlan
  readonly options: readonly VoteOption[]
  readonly results: VoteResults
  readonly groups: readonly Group[]
  readonly onClose: () => void
  readonly onTake: (request: WinnersRequest) => void
}

/** Priorities that a plenary can talk about in the time that it has. */
const USUAL_PRIORITIES = 5
const MOST_WINNERS = 20

/** Choose the winners of a round and see what becomes of them: canvases for the groups in turn, or priorities. */
export function WinnersDialog({ plan, options, results, groups, onClose, onTake }: WinnersDialogProps) {
  const t = useText()
  const texts = t.votes.winners
  const isPriority = plan.subject === 'recommendations'
  const labels = new Map(options.map(({ id, label }) => [id, label]))
  const inOrder = results.options.slice(0, MOST_WINNERS).map(({ optionId }) => optionId)
  const named = results.options.filter(({ voters }) => voters > 0).length
  const usual = Math.min(isPriority ? USUAL_PRIORITIES : groups.length, Math.max(1, named), inOrder.length)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(inOrder.slice(0, usual)))
  const [groupIds, setGroupIds] = useState<ReadonlySet<string>>(() => new Set(groups.map(({ id }) => id)))
  const winners = inOrder.filter((id) => chosen.has(id))
  const receivers = groups.filter(({ id }) => groupIds.has(id))
  const isReady = winners.length > 0 && (isPriority || receivers.length > 0)
  const take = (): void =>
    onTake({ optionIds: winners, ...(isPriority ? {} : { groupIds: receivers.map(({ id }) => id) }) })
  return (
    <Dialog
      title={texts.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" disabled={!isReady} onClick={take}>
            {texts.take}
          </Button>
        </>
      }
    >
      <p>{isPriority ? texts.becomesPriority : texts.becomesCanvas}</p>
      <Select
        label={texts.count}
        value={String(winners.length)}
        onChange={(count) => setChosen(new Set(inOrder.slice(0, Number(count))))}
        options={inOrder.map((_, at) => ({ value: String(at + 1), label: texts.first({ count: at + 1 }) }))}
      />
      <fieldset className="vote-winners">
        <legend>{texts.choose}</legend>
        {results.options.slice(0, MOST_WINNERS).map(({ optionId, rank }) => (
          <Checkbox
            key={optionId}
            label={
              <>
                <span className="soft tabular">{rank}.</span> {labels.get(optionId)}
              </>
            }
            isChecked={chosen.has(optionId)}
            onChange={(isChosen) => setChosen(toggled(chosen, optionId, isChosen))}
          />
        ))}
      </fieldset>
      {!isPriority && (
        <>
          <fieldset className="vote-winners">
            <legend>{texts.groups}</legend>
            {groups.map((group) => (
              <Checkbox
                key={group.id}
                label={
                  <>
                    <Chip letter={group.letter} colour={group.colour} size="s" /> {group.name}
                  </>
                }
                isChecked={groupIds.has(group.id)}
                onChange={(isChosen) => setGroupIds(toggled(groupIds, group.id, isChosen))}
              />
            ))}
          </fieldset>
          <section aria-labelledby="vote-deal">
            <h3 id="vote-deal">{texts.deal}</h3>
            <ul className="vote-deal">
              {dealOut(winners, receivers).map(({ winner, group }) => (
                <li key={`${group.id}/${winner}`}>
                  <Chip letter={group.letter} colour={group.colour} name={group.name} size="s" />
                  {labels.get(winner)}
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </Dialog>
  )
}

function toggled(chosen: ReadonlySet<string>, id: string, isChosen: boolean): ReadonlySet<string> {
  return isChosen ? new Set([...chosen, id]) : new Set([...chosen].filter((other) => other !== id))
}

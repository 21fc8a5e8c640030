import type { VoteResponse } from '@tafelrunde/protocol'
import type { Group, VoteRound } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { VoteResults } from './VoteResults.tsx'

export interface VoteResultDialogProps {
  readonly round: VoteRound
  /** Null while it is loading. */
  readonly vote: VoteResponse | null
  readonly groups: readonly Group[]
  readonly onClose: () => void
}

/** The figures of a closed round. */
export function VoteResultDialog({ round, vote, groups, onClose }: VoteResultDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={round.plan.question || t.votes.results.title}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t.ui.close}
        </Button>
      }
    >
      {vote?.results ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long result scrolls, so the keyboard must get into it
        <section aria-label={t.votes.results.title} tabIndex={0}>
          <VoteResults
            plan={round.plan}
            options={vote.options}
            results={vote.results}
            turnout={vote.turnout}
            groups={groups}
          />
        </section>
      ) : (
        <p className="soft">{t.votes.bar.loading}</p>
      )}
    </Dialog>
  )
}

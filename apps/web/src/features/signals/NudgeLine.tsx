import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { HandHelping, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { standingNudge } from './standingNudge.ts'

/** Closed for this person only; another device or another person still sees it. */
const KEY = 'tafelrunde.closedNudge'

/** What the moderators said to this group alone, until this person closes it or the step is over. */
export function NudgeLine({ run, groupId }: { run: RunState; groupId: GroupId }) {
  const t = useText().signals
  const [closedId, setClosedId] = useState(() => sessionStorage.getItem(KEY))
  const nudge = standingNudge(run, groupId)
  return (
    <output className="signals-region">
      {nudge && nudge.id !== closedId && (
        <div className="nudge-line">
          <Icon of={HandHelping} size={18} />
          <p>
            <b>{t.nudge}: </b>
            {nudge.text}
          </p>
          <IconButton
            size="s"
            label={t.nudgeClose}
            icon={<Icon of={X} size={16} />}
            onClick={() => {
              sessionStorage.setItem(KEY, nudge.id)
              setClosedId(nudge.id)
            }}
          />
        </div>
      )}
    </output>
  )
}

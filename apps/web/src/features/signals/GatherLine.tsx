import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { Footprints } from 'lucide-react'
import type { StoredSeat } from '../../api/seats.ts'
import type { Messages } from '../../i18n/messages.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { GatheringAsk } from './gatheringFor.ts'
import { useGathering } from './useGathering.ts'
import './signals.css'

/** "The moderators ask everybody to come", with the way there; what is spoken does not change with every second. */
export function GatherLine({ run, seat, here }: { run: RunState; seat: StoredSeat; here: GroupId | null }) {
  const t = useText().signals.gather
  const ask = useGathering(run, seat, here)
  const isQuiet = ask?.hasStayed || ask?.isLed === false
  return (
    <div className="gather-line" data-shown={ask ? '' : undefined} data-quiet={isQuiet ? '' : undefined}>
      <output>
        {ask && (
          <p>
            <Icon of={Footprints} size={18} />
            <span>
              <b>{askText(ask, t)}</b>{' '}
              {ask.hasStayed ? t.stays : ask.isLed && (ask.lead.type === 'typing' ? t.typing : t.soon)}
            </span>
          </p>
        )}
      </output>
      {ask && (
        <div className="gather-line-actions">
          {!isQuiet && <Button onClick={ask.stay}>{t.stay}</Button>}
          <Button variant={isQuiet ? 'plain' : 'primary'} size={isQuiet ? 's' : 'm'} onClick={ask.go}>
            {t.go}
            {ask.lead.type === 'counting' && (
              <span className="tabular" aria-hidden>
                ({ask.lead.seconds})
              </span>
            )}
          </Button>
        </div>
      )}
    </div>
  )
}

function askText({ gathering, group }: GatheringAsk, t: Messages['signals']['gather']): string {
  if (!group) return t.plenary
  return gathering.isToOwnGroup ? t.own({ name: group.name }) : t.board({ name: group.name })
}

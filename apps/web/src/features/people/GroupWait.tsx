import { useEffect, useState } from 'react'
import { readGroupChoices } from '../../api/ownSeat.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { EditSeatDialog } from './EditSeatDialog.tsx'
import './GroupWait.css'

/** For somebody on the common board who has no group yet: what happens next, or the way to choose one. */
export function GroupWait({ seat, organisations }: { seat: StoredSeat; organisations: readonly string[] }) {
  const t = useText().groups.strip
  const [mayChoose, setMayChoose] = useState<boolean | null>(null)
  const [isChoosing, setIsChoosing] = useState(false)
  const { workshopId, token } = seat
  useEffect(() => {
    let isCurrent = true
    readGroupChoices({ workshopId, token }).then(
      (groups) => isCurrent && setMayChoose(groups.length > 0),
      () => isCurrent && setMayChoose(false),
    )
    return () => {
      isCurrent = false
    }
  }, [workshopId, token])
  return (
    <>
      <output className="group-wait">
        {mayChoose !== null && (
          <span>
            <strong>{mayChoose ? t.free : t.assigned}</strong> {t.meanwhile}
          </span>
        )}
        {mayChoose && (
          <Button size="s" variant="primary" onClick={() => setIsChoosing(true)}>
            {t.choose}
          </Button>
        )}
      </output>
      {isChoosing && <EditSeatDialog seat={seat} organisations={organisations} onClose={() => setIsChoosing(false)} />}
    </>
  )
}

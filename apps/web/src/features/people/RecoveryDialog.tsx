import { useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { renewRecoveryCode } from '../../api/ownSeat.ts'
import { updateSeat, type StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** Shows the code that brings this seat to another device, or makes a new one. */
export function RecoveryDialog({ seat, onClose }: { seat: StoredSeat; onClose: () => void }) {
  const t = useText()
  const [problem, setProblem] = useState<string | null>(null)
  const [code, setCode] = useState(seat.recoveryCode)

  const makeNew = async () => {
    setProblem(null)
    try {
      const recoveryCode = await renewRecoveryCode(seat)
      updateSeat(seat.seatId, { recoveryCode })
      setCode(recoveryCode)
    } catch (error) {
      const reason = error instanceof ApiError ? error.code : 'internal'
      setProblem(reason === 'network' ? t.join.bad.offline.title : errorText(t, reason))
    }
  }

  return (
    <Dialog
      title={t.people.recoveryTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void makeNew()}>{t.people.recoveryNew}</Button>
          {code && (
            <Button variant="primary" onClick={() => void copyText(code)}>
              {t.people.copyCode}
            </Button>
          )}
        </>
      }
    >
      {code ? (
        <>
          <p className="people-code">{code}</p>
          <p>{t.people.recoveryText}</p>
        </>
      ) : (
        <p>{t.people.recoveryUnknown}</p>
      )}
      {problem && (
        <p role="alert" className="ui-field-error">
          {problem}
        </p>
      )}
    </Dialog>
  )
}

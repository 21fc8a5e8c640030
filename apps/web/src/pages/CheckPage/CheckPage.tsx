import { verdictOf, type CheckReport } from '@tafelrunde/protocol'
import { Copy, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { homeOf } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { CheckList } from '../../features/check/CheckList.tsx'
import { helpDeskText } from '../../features/check/helpDeskText.ts'
import { reportCheck, type Recipient } from '../../features/check/reportCheck.ts'
import { runCheck } from '../../features/check/runCheck.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { PaperPage } from '../PaperPage.tsx'
import './CheckPage.css'

/** What works on this device and in this network, before a workshop; whoever came by a link tells it to the team. */
export function CheckPage() {
  const [invite] = useState(() => location.hash.slice(1))
  return <CheckSheet recipient={invite ? { invite } : null} />
}

/** The same for somebody who has a seat. */
export function SeatCheckPage({ seat }: { seat: StoredSeat }) {
  return <CheckSheet recipient={{ seat }} seat={seat} />
}

interface Result {
  readonly attempt: number
  readonly report: CheckReport
  readonly isReported: boolean
}

function CheckSheet({ recipient, seat }: { recipient: Recipient | null; seat?: StoredSeat }) {
  const t = useText().check
  const [to] = useState(recipient)
  const [attempt, setAttempt] = useState(1)
  const [result, setResult] = useState<Result | null>(null)
  useEffect(() => {
    let isCurrent = true
    const check = async () => {
      const report = await runCheck()
      const isReported = to !== null && (await reportCheck(to, report).then(...SUCCESS))
      if (isCurrent) setResult({ attempt, report, isReported })
    }
    void check()
    return () => {
      isCurrent = false
    }
  }, [attempt, to])
  const report = result?.attempt === attempt ? result.report : null
  const verdict = report && verdictOf(report)
  return (
    <PaperPage title={t.title}>
      <output className="check-verdict" data-verdict={verdict ?? 'waiting'}>
        {verdict ? t.verdict[verdict] : t.intro}
      </output>
      <CheckList report={report} />
      {report && (
        <>
          <div className="check-actions">
            {seat && (
              <Link className="ui-button" data-variant="primary" to={homeOf(seat)}>
                {t.toPlace}
              </Link>
            )}
            {to && 'invite' in to && (
              <Link className="ui-button" data-variant="primary" to={`/join#${to.invite}`}>
                {t.toJoin}
              </Link>
            )}
            <Button icon={<Icon of={RotateCw} />} onClick={() => setAttempt(attempt + 1)}>
              {t.again}
            </Button>
            <Button icon={<Icon of={Copy} />} onClick={() => void copyText(helpDeskText(t, report, location.host))}>
              {t.copy}
            </Button>
          </div>
          <p className="small soft">{result?.isReported ? t.reported({ title: seat?.title ?? '' }) : t.notReported}</p>
        </>
      )}
    </PaperPage>
  )
}

/** Nobody is hurt by a report that does not arrive; the page says that it has not. */
const SUCCESS = [() => true, () => false] as const

import type { InviteResponse } from '@tafelrunde/protocol'
import { useEffect, useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { readInvite } from '../../api/joining.ts'
import { homeOf } from '../../api/placeOf.ts'
import { useSeats } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Link } from '../../ui/Link.tsx'
import { PaperPage } from '../PaperPage.tsx'
import { BadLink, type BadLinkKind } from './BadLink.tsx'
import { JoinForm } from './JoinForm.tsx'
import { useWorkshopTime } from './useWorkshopTime.ts'
import './JoinPage.css'

type Answer = { type: 'bad'; kind: BadLinkKind } | { type: 'found'; invite: InviteResponse }

const BAD_KINDS: Readonly<Record<string, BadLinkKind>> = {
  'link.expired': 'expired',
  'link.revoked': 'revoked',
  'link.full': 'full',
  network: 'offline',
  'storage.unavailable': 'offline',
  'server.stopping': 'offline',
}

/** Where an invitation link leads: what it is for, and the few questions before sitting down. */
export function JoinPage() {
  const t = useText()
  const [token, setToken] = useState(() => location.hash.slice(1))
  const [attempt, setAttempt] = useState(0)
  const question = `${token} ${attempt}`
  const [answer, setAnswer] = useState<(Answer & { question: string }) | null>(null)
  const found: Answer | null = token
    ? answer?.question === question
      ? answer
      : null
    : { type: 'bad', kind: 'missing' }

  useEffect(() => {
    const onHash = () => setToken(location.hash.slice(1))
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])

  useEffect(() => {
    if (!token) return undefined
    let isCurrent = true
    readInvite(token).then(
      (invite) => isCurrent && setAnswer({ question, type: 'found', invite }),
      (error: unknown) => {
        const code = error instanceof ApiError ? error.code : 'internal'
        const kind = BAD_KINDS[code] ?? (code === 'internal' ? 'offline' : 'unknown')
        if (isCurrent) setAnswer({ question, type: 'bad', kind })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [token, question])

  if (found?.type === 'bad') return <BadLink kind={found.kind} onTryAgain={() => setAttempt(attempt + 1)} />
  if (!found) {
    return (
      <PaperPage title={null}>
        <output className="soft">{t.join.looking}</output>
      </PaperPage>
    )
  }
  return <Invitation token={token} invite={found.invite} />
}

function Invitation({ token, invite }: { token: string; invite: InviteResponse }) {
  const t = useText()
  const { workshop, group, present, role } = invite
  const time = useWorkshopTime(workshop)
  const former = useSeats().find((seat) => seat.workshopId === workshop.id && seat.role === role)
  return (
    <PaperPage title={null}>
      <div className="join-head">
        {time && <p className="soft">{time}</p>}
        <h1>{workshop.title}</h1>
        <p className="join-group">
          {group && <Chip letter={group.letter} colour={group.colour} />}
          <span>
            {group && `${t.join.group({ name: group.name })} · `}
            {t.join.peopleHere({ count: present })}
          </span>
        </p>
        {t.join.asRole[role] && <p>{t.join.asRole[role]}</p>}
        {workshop.isExample && <p className="join-example">{t.join.example}</p>}
      </div>
      {former && (
        <div className="join-former">
          <p>{t.join.again({ name: former.name })}</p>
          <Link to={homeOf(former)} className="ui-button" data-variant="primary">
            {t.join.goOn}
          </Link>
          <p className="soft small">{t.join.joinAnew}</p>
        </div>
      )}
      <JoinForm token={token} invite={invite} isFirst={!former} />
    </PaperPage>
  )
}

import type { InviteResponse } from '@tafelrunde/protocol'
import { useState, type FormEvent } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { join } from '../../api/joining.ts'
import { homeOf } from '../../api/placeOf.ts'
import { listSeats } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import { formatDate } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { navigate } from '../../ui/navigation.ts'
import { TextField } from '../../ui/TextField.tsx'
import { GroupChoice } from './GroupChoice.tsx'
import { OrganisationField } from './OrganisationField.tsx'

const NAME_CHARACTERS = 120

/** Fetch the place that follows while the person still fills in the form. */
function prefetchPlace(role: InviteResponse['role']): void {
  if (role === 'participant' || role === 'scribe') void import('../BoardPage/BoardPage.tsx')
  if (role === 'moderator' || role === 'owner') void import('../CockpitPage/CockpitPage.tsx')
}

export interface JoinFormProps {
  token: string
  invite: InviteResponse
  /** Whether joining is the main thing to do here (and not going back to a former seat). */
  isFirst: boolean
}

/** Name, organisation and, where the link leaves it open, the group. A screen is asked nothing. */
export function JoinForm({ token, invite, isFirst }: JoinFormProps) {
  const t = useText()
  const language = useLanguage()
  const { workshop, groups, role } = invite
  const isPerson = role !== 'screen' && role !== 'public'
  const [name, setName] = useState(() => listSeats()[0]?.name ?? '')
  const [organisation, setOrganisation] = useState('')
  const [group, setGroup] = useState<string | null>(null)
  const [isJoining, setIsJoining] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (groups.length > 0 && !group) return setProblem(t.join.groupMissing)
    setIsJoining(true)
    setProblem(null)
    try {
      const seat = await join({ invite: token, name: name.trim(), organisation: organisation.trim(), group })
      navigate(homeOf(seat), { replace: true })
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal'
      setProblem(code === 'network' ? t.join.bad.offline.title : errorText(t, code))
      setIsJoining(false)
    }
  }

  return (
    <form className="join-form" data-roomy="" onSubmit={(event) => void submit(event)}>
      {isPerson && (
        <>
          <TextField
            label={t.join.name}
            placeholder={t.join.namePlaceholder}
            autoComplete="name"
            maxLength={NAME_CHARACTERS}
            value={name}
            onChange={setName}
            onFocus={() => prefetchPlace(role)}
          />
          <OrganisationField known={workshop.organisations} value={organisation} onChange={setOrganisation} />
        </>
      )}
      {invite.isAssigned && <p className="soft">{t.join.assigned}</p>}
      {groups.length > 0 && <GroupChoice groups={groups} value={group} onChange={setGroup} />}
      {problem && (
        <p role="alert" className="ui-field-error">
          {problem}
        </p>
      )}
      <Button
        type="submit"
        size="l"
        variant={isFirst ? 'primary' : 'plain'}
        aria-disabled={isJoining}
        onPointerEnter={() => prefetchPlace(role)}
      >
        {t.join.submit[role]}
      </Button>
      {isPerson && (
        <p className="soft join-privacy">
          {t.join.privacy}{' '}
          {workshop.retainedUntil !== null &&
            `${t.join.kept({ until: formatDate(workshop.retainedUntil, language, workshop.timeZone) })} `}
          <a href="/legal/privacy" target="_blank">
            {t.join.privacyMore}
          </a>
          {' · '}
          <Link to={`/check#${token}`}>{t.join.check}</Link>
        </p>
      )}
    </form>
  )
}

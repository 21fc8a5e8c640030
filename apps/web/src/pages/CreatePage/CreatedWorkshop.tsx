import { placeUrl } from '../../api/placeOf.ts'
import { groupLetter, timesOf, type CreateForm } from '../../features/create/toCreateRequest.ts'
import type { Created } from '../../features/create/createWorkshop.ts'
import { CreatedLinks } from '../../features/links/CreatedLinks.tsx'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PaperPage } from '../PaperPage.tsx'
import './CreatedWorkshop.css'

/** What to do with a new workshop: go in, invite, keep the links. */
export function CreatedWorkshop({
  created,
  form,
  onAnother,
}: {
  created: Created
  form: CreateForm
  onAnother: () => void
}) {
  const t = useText()
  const { response, seat, seatProblem } = created
  const { title } = response.workshop
  return (
    <PaperPage title={t.create.done.title({ title })} layout="wide">
      {seatProblem && (
        <Notice kind="danger" spoken="now">
          {t.create.done.seatFailed({ problem: errorText(t, seatProblem.code) })}
        </Notice>
      )}
      {created.areStepsMissing && seat && <Notice kind="time">{t.create.done.stepsFailed}</Notice>}
      <div className="created-actions">
        {seat && (
          <Link className="ui-button" data-variant="primary" data-size="l" to={placeUrl(seat, 'cockpit')}>
            {t.create.done.openCockpit}
          </Link>
        )}
        <Button size="l" onClick={onAnother}>
          {t.create.done.another}
        </Button>
      </div>
      <p className="soft">{t.create.done.lead}</p>
      {seat?.recoveryCode && (
        <Notice title={t.create.done.recovery}>
          <code className="created-code">{seat.recoveryCode}</code>
          <p className="small">{t.create.done.recoveryText}</p>
        </Notice>
      )}
      <div className="created-links">
        <CreatedLinks
          created={response}
          workshop={{ title, ...timesOf(form), timeZone: form.timeZone }}
          letterOf={groupLetter}
        />
      </div>
    </PaperPage>
  )
}

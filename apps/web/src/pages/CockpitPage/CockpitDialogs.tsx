import type { RunCommand } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { useState } from 'react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import type { CockpitActions } from '../../features/cockpit/cockpitActions.ts'
import type { Cockpit } from '../../features/cockpit/cockpitState.ts'
import { FreezeDialog } from '../../features/cockpit/FreezeDialog.tsx'
import { SnapshotDialog } from '../../features/cockpit/SnapshotDialog.tsx'
import type { TileModel } from '../../features/cockpit/tileOf.ts'
import { LazyCloseWorkshopDialog } from '../../features/hidden-writing/lazyHiddenCockpit.ts'
import { LinksDialog } from '../../features/links/LinksDialog.tsx'
import { knownLinkUrls, readRememberedLinks, rememberLinks } from '../../features/links/rememberedLinks.ts'
import { LazyUndoSeatDialog } from '../../features/moderation/lazyDialogs.ts'
import { LazyPlanCheckDialog } from '../../features/rehearsal/LazyPlanCheckDialog.ts'
import type { MendTarget } from '../../features/rehearsal/mendTarget.ts'
import { LazyPeopleDialog } from '../../features/seats/LazyPeopleDialog.ts'
import { useText } from '../../i18n/useText.ts'
import { navigate } from '../../ui/navigation.ts'
import type { Attempt } from '../useAttempt.ts'
import { EditWorkshopDialog, type EditTab } from './EditWorkshopDialog.tsx'
import { TileDialog, type TileDialogChoice } from './TileDialog.tsx'

/** What lies over the cockpit; one at a time. */
export type CockpitDialog =
  | 'links'
  | 'people'
  | 'snapshot'
  | 'close'
  | 'check'
  | { readonly edit: EditTab; readonly stepId?: string | null }
  | { readonly freeze: Group | 'all' }
  | TileDialogChoice
  | { readonly undo: { readonly seatId: string; readonly name: string } }
  | null

export interface CockpitDialogsProps {
  readonly dialog: CockpitDialog
  /** Opens another one in its place, or with null none. */
  readonly onDialog: (dialog: CockpitDialog) => void
  readonly cockpit: Cockpit
  readonly seat: StoredSeat
  readonly tiles: readonly TileModel[]
  /** Title of the running step, '' without one. */
  readonly stepTitle: string
  readonly now: number
  readonly actions: CockpitActions
  readonly attempt: Attempt
  readonly onCommand: (command: RunCommand, whenDone?: () => void) => void
}

/** The dialogs of the cockpit, and the addresses of links that this device has seen in them. */
export function CockpitDialogs(props: CockpitDialogsProps) {
  const { dialog, onDialog, cockpit, seat, tiles, stepTitle, now, actions, attempt, onCommand } = props
  const t = useText()
  const { run } = cockpit
  const [remembered, setRemembered] = useState(() => readRememberedLinks(seat.workshopId))
  const close = (): void => onDialog(null)
  const keepUrls = (links: readonly { readonly id: string; readonly url: string | null }[]): void => {
    const byId = Object.fromEntries(links.flatMap(({ id, url }) => (url === null ? [] : [[id, url] as const])))
    setRemembered(rememberLinks(seat.workshopId, { byId }))
  }
  const mend = (target: MendTarget): void => {
    if (target.place === 'board') navigate(placeUrl(seat, { board: target.groupId }))
    else if (target.place === 'people' || target.place === 'links') onDialog(target.place)
    else onDialog({ edit: target.place, stepId: target.place === 'steps' ? target.stepId : null })
  }
  const choice = typeof dialog === 'object' ? dialog : null
  const frozen = choice && 'freeze' in choice ? choice.freeze : null
  return (
    <>
      <LinksDialog
        isOpen={dialog === 'links'}
        onClose={close}
        workshop={run.workshop}
        groups={run.groups}
        links={cockpit.links}
        urls={knownLinkUrls(cockpit.links, remembered)}
        onIssue={(link, isReplacing) =>
          void attempt(async () => keepUrls([await actions.issueLink(link, isReplacing)]), t.links.reissued)
        }
        onRevoke={(link) => void attempt(() => actions.revokeLink(link.id), t.links.revoked)}
      />
      {dialog === 'people' && (
        <LazyPeopleDialog
          onClose={close}
          access={seat}
          seats={cockpit.seats}
          checks={cockpit.checks}
          groups={run.groups}
          organisations={run.workshop.organisations}
          mode={cockpit.seating.mode}
          hasLobby={run.hasLobby}
          onLobby={(isOn) => onCommand({ type: 'lobby', isOn })}
          ownSeatId={seat.seatId}
          attempt={attempt}
          onUndo={(undo) => onDialog({ undo })}
        />
      )}
      {choice && 'undo' in choice && (
        <LazyUndoSeatDialog access={seat} seat={choice.undo} boards={run.groups} onClose={close} />
      )}
      <TileDialog
        dialog={dialog}
        tiles={tiles}
        language={run.workshop.language}
        onCommand={onCommand}
        onClose={close}
      />
      {dialog === 'close' && <LazyCloseWorkshopDialog run={run} hidden={cockpit.hidden} seat={seat} onClose={close} />}
      {dialog === 'check' && <LazyPlanCheckDialog seat={seat} run={run} onMend={mend} onClose={close} />}
      {dialog === 'snapshot' && (
        <SnapshotDialog
          onClose={close}
          snapshots={cockpit.snapshots}
          stepTitle={stepTitle}
          now={now}
          timeZone={run.workshop.timeZone}
          onKeep={(name) => {
            close()
            void attempt(() => actions.keepSnapshot(name), t.cockpit.snapshot.done({ name }))
          }}
        />
      )}
      {choice && 'edit' in choice && (
        <EditWorkshopDialog
          run={run}
          firstTab={choice.edit}
          firstStepId={choice.stepId ?? null}
          actions={{
            ...actions,
            async addGroup(group) {
              const links = await actions.addGroup(group)
              keepUrls(links)
              return links
            },
          }}
          onClose={close}
          attempt={attempt}
        />
      )}
      <FreezeDialog
        of={frozen}
        onClose={close}
        onFreeze={() => {
          close()
          const scope = frozen === null || frozen === 'all' ? {} : { groupId: frozen.id }
          void attempt(() => actions.run({ type: 'freeze', ...scope }), t.cockpit.freeze.done)
        }}
      />
    </>
  )
}

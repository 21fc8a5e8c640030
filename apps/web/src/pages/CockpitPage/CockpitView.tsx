import type { RunCommand } from '@tafelrunde/protocol'
import { stepRunOf, type Group, type GroupId } from '@tafelrunde/schema/plain'
import { useCallback, useMemo, useRef, useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import type { StreamState } from '../../api/openEventStream.ts'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { AnnouncePanel, type AnnounceDraft } from '../../features/cockpit/AnnouncePanel.tsx'
import { CheckPanel } from '../../features/cockpit/CheckPanel.tsx'
import { cockpitActions } from '../../features/cockpit/cockpitActions.ts'
import type { Cockpit } from '../../features/cockpit/cockpitState.ts'
import { countComing } from '../../features/signals/gatheringFor.ts'
import { FreezeDialog } from '../../features/cockpit/FreezeDialog.tsx'
import { GatherPanel } from '../../features/cockpit/GatherPanel.tsx'
import { GroupTile } from '../../features/cockpit/GroupTile.tsx'
import { HelpQueue } from '../../features/cockpit/HelpQueue.tsx'
import { QuietList } from '../../features/cockpit/QuietList.tsx'
import { ScreenNow } from '../../features/cockpit/ScreenNow.tsx'
import { SnapshotDialog } from '../../features/cockpit/SnapshotDialog.tsx'
import { tilesOf, type TileModel } from '../../features/cockpit/tileOf.ts'
import { TeamPanel } from '../../features/cockpit/TeamPanel.tsx'
import { TrayPanel } from '../../features/cockpit/TrayPanel.tsx'
import { useCommands } from '../../features/cockpit/useCommands.ts'
import { useHelpSign } from '../../features/cockpit/useHelpSign.ts'
import { LazyCloseWorkshopDialog, LazyHiddenCard } from '../../features/hidden-writing/lazyHiddenCockpit.ts'
import { LinksDialog } from '../../features/links/LinksDialog.tsx'
import { knownLinkUrls, readRememberedLinks, rememberLinks } from '../../features/links/rememberedLinks.ts'
import { LazyUndoSeatDialog } from '../../features/moderation/lazyDialogs.ts'
import { LazyPlanCheckDialog } from '../../features/rehearsal/LazyPlanCheckDialog.ts'
import type { MendTarget } from '../../features/rehearsal/mendTarget.ts'
import { RunSheet } from '../../features/run-sheet/RunSheet.tsx'
import { LazyPeopleDialog } from '../../features/seats/LazyPeopleDialog.ts'
import { LazyVoteCard } from '../../features/votes/lazyVotes.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { navigate } from '../../ui/navigation.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { useNow } from '../useNow.ts'
import { CockpitBar } from './CockpitBar.tsx'
import { EditWorkshopDialog, type EditTab } from './EditWorkshopDialog.tsx'
import { TileDialog, type TileDialogChoice } from './TileDialog.tsx'
import '../../features/cockpit/SidePanels.css'
import './CockpitView.css'

type OpenDialog =
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
type Section = 'plan' | 'groups' | 'side'

export interface CockpitViewProps {
  cockpit: Cockpit
  stream: StreamState
  seat: StoredSeat
}

/** Run sheet, tiles and messages, with the dialogs over them. */
export function CockpitView({ cockpit, stream, seat }: CockpitViewProps) {
  const t = useText()
  const { run } = cockpit
  const now = useNow(cockpit.clockOffsetMs, 5_000)
  const actions = useMemo(() => cockpitActions(seat), [seat])
  const [target, setTarget] = useState<GroupId | null>(null)
  const [draft, setDraft] = useState<AnnounceDraft>({ text: '', groupIds: [] })
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const [section, setSection] = useState<Section>('groups')
  const [remembered, setRemembered] = useState(() => readRememberedLinks(seat.workshopId))
  const side = useRef<HTMLElement>(null)
  const tiles = tilesOf(cockpit, now)
  const urls = knownLinkUrls(cockpit.links, remembered)

  const attempt = useCallback(
    async (change: () => Promise<unknown>, done?: string): Promise<boolean> => {
      try {
        await change()
        if (done) showToast({ text: done })
        return true
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        const isConflict = error.code === 'step.conflict'
        const text = isConflict ? t.cockpit.conflict : t.cockpit.failed({ problem: errorText(t, error.code) })
        showToast({ text, kind: isConflict ? 'info' : 'problem' })
        return false
      }
    },
    [t],
  )
  const { command, isStepping } = useCommands(
    useCallback((wish: RunCommand) => attempt(() => actions.run(wish)), [attempt, actions]),
  )
  useHelpSign(tiles)
  const write = (next: AnnounceDraft): void => {
    setDraft(next)
    setSection('side')
    requestAnimationFrame(() => side.current?.querySelector('textarea')?.focus())
  }
  const endCall = ({ group, help }: TileModel): void => {
    if (help) command({ type: 'help.clear', groupId: group.id, calledAt: help.at })
  }
  const mend = (target: MendTarget): void => {
    if (target.place === 'board') navigate(placeUrl(seat, { board: target.groupId }))
    else if (target.place === 'people' || target.place === 'links') setDialog(target.place)
    else setDialog({ edit: target.place, stepId: target.place === 'steps' ? target.stepId : null })
  }
  const keepUrls = (links: readonly { readonly id: string; readonly url: string | null }[]): void => {
    const byId = Object.fromEntries(links.flatMap(({ id, url }) => (url === null ? [] : [[id, url] as const])))
    setRemembered(rememberLinks(seat.workshopId, { byId }))
  }
  const waiting = cockpit.seats.filter(({ isWaiting }) => isWaiting).length
  const stepTitle = run.steps.find((step) => step.id === run.current?.stepId)?.title ?? ''
  const isEditing = typeof dialog === 'object' && dialog !== null && 'edit' in dialog
  const frozen = typeof dialog === 'object' && dialog !== null && 'freeze' in dialog ? dialog.freeze : null
  const undone = typeof dialog === 'object' && dialog !== null && 'undo' in dialog ? dialog.undo : null
  const tileView = (tile: TileModel, isStrip = false) => (
    <GroupTile
      key={tile.group.id}
      tile={tile}
      isStrip={isStrip}
      boardUrl={placeUrl(seat, { board: tile.group.id })}
      isWithAll={stepRunOf(run, tile.group.id)?.stepId === run.current?.stepId}
      onCommand={command}
      onFreeze={() => setDialog({ freeze: tile.group })}
      onWrite={() => write({ ...draft, groupIds: [tile.group.id] })}
      onNudge={() => setDialog({ nudge: tile.group.id })}
      onSpotlight={() => setDialog({ spotlight: tile.group.id })}
    />
  )
  return (
    <div className="cockpit" data-section={section}>
      <CockpitBar
        cockpit={cockpit}
        seat={seat}
        stepTitle={stepTitle}
        onCommand={command}
        onLinks={() => setDialog('links')}
        onPeople={() => setDialog('people')}
        onSnapshot={() => setDialog('snapshot')}
        onClose={() => setDialog('close')}
        onEdit={() => setDialog({ edit: 'workshop' })}
        onFreeze={() => (run.frozen.all ? command({ type: 'unfreeze' }) : setDialog({ freeze: 'all' }))}
      />
      {(stream.type === 'waiting' || run.frozen.all || waiting > 0) && (
        <div className="cockpit-notices">
          {stream.type === 'waiting' && (
            <Notice kind="danger" spoken="politely">
              {t.cockpit.offline}
            </Notice>
          )}
          {waiting > 0 && (
            <Notice
              kind="time"
              spoken="politely"
              actions={
                <Button size="s" onClick={() => setDialog('people')}>
                  {t.cockpit.seats.lookIntoLobby}
                </Button>
              }
            >
              {t.cockpit.seats.inLobby({ count: waiting })}
            </Notice>
          )}
          {run.closedAt !== null && (
            <Notice
              spoken="politely"
              actions={
                <Button size="s" onClick={() => setDialog('close')}>
                  {t.cockpit.reopen}
                </Button>
              }
            >
              {t.cockpit.closed}
            </Notice>
          )}
          {run.frozen.all && run.closedAt === null && (
            <Notice
              spoken="politely"
              actions={
                <Button size="s" onClick={() => command({ type: 'unfreeze' })}>
                  {t.cockpit.freeze.undoAll}
                </Button>
              }
            >
              {t.cockpit.frozenAll}
            </Notice>
          )}
        </div>
      )}
      <nav className="cockpit-sections">
        <Segmented
          label={t.cockpit.title}
          value={section}
          onChange={setSection}
          options={(['plan', 'groups', 'side'] as const).map((value) => {
            const calls = value === 'side' ? tiles.filter(({ help }) => help).length : 0
            return { value, label: t.cockpit.sections[value] + (calls > 0 ? ` (${calls})` : '') }
          })}
        />
      </nav>
      <main className="cockpit-main">
        {run.workshop.isExample && <p className="cockpit-example-line">{t.cockpit.example}</p>}
        <div className="cockpit-plan" aria-busy={isStepping}>
          <RunSheet
            run={run}
            target={target}
            onTarget={setTarget}
            onCommand={command}
            onEdit={() => setDialog({ edit: 'steps' })}
            onCheck={() => setDialog('check')}
          />
        </div>
        <section className="cockpit-tiles" aria-labelledby="cockpit-groups">
          <h2 className="visually-hidden" id="cockpit-groups">
            {t.cockpit.sections.groups}
          </h2>
          <div className="group-tiles">
            <div className="group-tile-grid">
              {tiles.filter((tile) => !isAside(tile)).map((tile) => tileView(tile))}
            </div>
            {tiles.filter(isAside).map((tile) => tileView(tile, true))}
          </div>
        </section>
        <aside className="cockpit-side" ref={side} aria-label={t.cockpit.sections.side}>
          <HelpQueue
            tiles={tiles}
            onComing={(tile) => {
              endCall(tile)
              navigate(placeUrl(seat, { board: tile.group.id }))
            }}
            onAnswer={(tile) => setDialog({ nudge: tile.group.id })}
            onSettled={endCall}
          />
          <LazyHiddenCard run={run} hidden={cockpit.hidden} seat={seat} />
          <TrayPanel
            cockpit={cockpit}
            onDecide={(entryId, decision) =>
              void attempt(
                () => actions.decideTray(entryId, decision),
                decision === 'put' ? t.cockpit.tray.taken : t.cockpit.tray.dismissed,
              )
            }
          />
          <LazyVoteCard run={run} seat={seat} seats={cockpit.seats} counts={cockpit.votes} attempt={attempt} />
          <QuietList tiles={tiles} onNudge={(tile) => setDialog({ nudge: tile.group.id })} />
          <AnnouncePanel
            draft={draft}
            onDraft={setDraft}
            groups={run.groups}
            standing={run.announcement}
            onClear={() => command({ type: 'announcement.clear' })}
            onSend={() =>
              void attempt(() => {
                const groupIds = draft.groupIds.length === 0 ? {} : { groupIds: [...draft.groupIds] }
                return actions.run({ type: 'announce', text: draft.text.trim(), ...groupIds })
              }, t.cockpit.announce.sent).then((isSent) => isSent && setDraft({ text: '', groupIds: [] }))
            }
          />
          <GatherPanel
            run={run}
            coming={run.gathering && countComing(run, cockpit.seats, run.gathering)}
            onCommand={command}
          />
          <ScreenNow
            run={run}
            tiles={tiles}
            onBack={() => command({ type: 'stage.layout', layout: null })}
            onGoOn={() => command({ type: 'stage.picture', isFrozen: false })}
          />
          <TeamPanel cockpit={cockpit} ownSeatId={seat.seatId} />
          <CheckPanel cockpit={cockpit} />
        </aside>
      </main>

      <LinksDialog
        isOpen={dialog === 'links'}
        onClose={() => setDialog(null)}
        workshop={run.workshop}
        groups={run.groups}
        links={cockpit.links}
        urls={urls}
        onIssue={(link, isReplacing) =>
          void attempt(async () => keepUrls([await actions.issueLink(link, isReplacing)]), t.links.reissued)
        }
        onRevoke={(link) => void attempt(() => actions.revokeLink(link.id), t.links.revoked)}
      />
      {dialog === 'people' && (
        <LazyPeopleDialog
          onClose={() => setDialog(null)}
          access={seat}
          seats={cockpit.seats}
          checks={cockpit.checks}
          groups={run.groups}
          organisations={run.workshop.organisations}
          mode={cockpit.seating.mode}
          hasLobby={run.hasLobby}
          onLobby={(isOn) => command({ type: 'lobby', isOn })}
          ownSeatId={seat.seatId}
          attempt={attempt}
          onUndo={(undone) => setDialog({ undo: undone })}
        />
      )}
      {undone && <LazyUndoSeatDialog access={seat} seat={undone} boards={run.groups} onClose={() => setDialog(null)} />}
      <TileDialog
        dialog={dialog}
        tiles={tiles}
        language={run.workshop.language}
        onCommand={command}
        onClose={() => setDialog(null)}
      />
      {dialog === 'close' && (
        <LazyCloseWorkshopDialog run={run} hidden={cockpit.hidden} seat={seat} onClose={() => setDialog(null)} />
      )}
      {dialog === 'check' && (
        <LazyPlanCheckDialog seat={seat} run={run} onMend={mend} onClose={() => setDialog(null)} />
      )}
      {dialog === 'snapshot' && (
        <SnapshotDialog
          onClose={() => setDialog(null)}
          snapshots={cockpit.snapshots}
          stepTitle={stepTitle}
          now={now}
          timeZone={run.workshop.timeZone}
          onKeep={(name) => {
            setDialog(null)
            void attempt(() => actions.keepSnapshot(name), t.cockpit.snapshot.done({ name }))
          }}
        />
      )}
      {isEditing && (
        <EditWorkshopDialog
          run={run}
          firstTab={dialog.edit}
          firstStepId={dialog.stepId ?? null}
          actions={{ ...actions, addGroup: async (group) => keepAdded(await actions.addGroup(group), keepUrls) }}
          onClose={() => setDialog(null)}
          attempt={attempt}
        />
      )}
      <FreezeDialog
        of={frozen}
        onClose={() => setDialog(null)}
        onFreeze={() => {
          setDialog(null)
          const scope = frozen === null || frozen === 'all' ? {} : { groupId: frozen.id }
          void attempt(() => actions.run({ type: 'freeze', ...scope }), t.cockpit.freeze.done)
        }}
      />
    </div>
  )
}

/** The common board while the step is not at work there. */
function isAside(tile: TileModel): boolean {
  return tile.group.kind === 'common' && tile.step?.where !== 'common'
}

function keepAdded<T>(links: T, keep: (links: T) => void): T {
  keep(links)
  return links
}

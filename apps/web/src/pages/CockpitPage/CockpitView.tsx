import type { RunCommand } from '@tafelrunde/protocol'
import { stepRunOf, type GroupId } from '@tafelrunde/schema/plain'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { StreamState } from '../../api/openEventStream.ts'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import type { AnnounceDraft } from '../../features/cockpit/AnnouncePanel.tsx'
import { cockpitActions } from '../../features/cockpit/cockpitActions.ts'
import type { Cockpit } from '../../features/cockpit/cockpitState.ts'
import { GroupTile } from '../../features/cockpit/GroupTile.tsx'
import { tilesOf, type TileModel } from '../../features/cockpit/tileOf.ts'
import { useCommands } from '../../features/cockpit/useCommands.ts'
import { useHelpSign } from '../../features/cockpit/useHelpSign.ts'
import { RunSheet } from '../../features/run-sheet/RunSheet.tsx'
import { useText } from '../../i18n/useText.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { useAttempt } from '../useAttempt.ts'
import { useNow } from '../useNow.ts'
import { CockpitBar } from './CockpitBar.tsx'
import { CockpitDialogs, type CockpitDialog } from './CockpitDialogs.tsx'
import { CockpitNotices } from './CockpitNotices.tsx'
import { CockpitSide } from './CockpitSide.tsx'
import './CockpitView.css'

const SECTIONS = ['plan', 'groups', 'side'] as const

export interface CockpitViewProps {
  cockpit: Cockpit
  stream: StreamState
  seat: StoredSeat
}

/** Run sheet, tiles and messages, with the dialogs over them. */
export function CockpitView({ cockpit, stream, seat }: CockpitViewProps) {
  const t = useText().cockpit
  const { run } = cockpit
  const now = useNow(cockpit.clockOffsetMs, 5_000)
  const actions = useMemo(() => cockpitActions(seat), [seat])
  const attempt = useAttempt()
  const { command, isStepping } = useCommands(
    useCallback((wish: RunCommand) => attempt(() => actions.run(wish)), [attempt, actions]),
  )
  const [target, setTarget] = useState<GroupId | null>(null)
  const [draft, setDraft] = useState<AnnounceDraft>({ text: '', groupIds: [] })
  const [dialog, setDialog] = useState<CockpitDialog>(null)
  const [section, setSection] = useState<(typeof SECTIONS)[number]>('groups')
  const side = useRef<HTMLElement>(null)
  const tiles = tilesOf(cockpit, now)
  useHelpSign(tiles)
  const writeTo = (groupId: GroupId): void => {
    setDraft({ ...draft, groupIds: [groupId] })
    setSection('side')
    requestAnimationFrame(() => side.current?.querySelector('textarea')?.focus())
  }
  const nudge = ({ group }: TileModel): void => setDialog({ nudge: group.id })
  const stepTitle = run.steps.find((step) => step.id === run.current?.stepId)?.title ?? ''
  const calls = tiles.filter(({ help }) => help).length
  const tileView = (tile: TileModel, isStrip = false) => (
    <GroupTile
      key={tile.group.id}
      tile={tile}
      isStrip={isStrip}
      boardUrl={placeUrl(seat, { board: tile.group.id })}
      isWithAll={stepRunOf(run, tile.group.id)?.stepId === run.current?.stepId}
      onCommand={command}
      onFreeze={() => setDialog({ freeze: tile.group })}
      onWrite={() => writeTo(tile.group.id)}
      onNudge={() => nudge(tile)}
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
      <CockpitNotices
        run={run}
        isOffline={stream.type === 'waiting'}
        waiting={cockpit.seats.filter(({ isWaiting }) => isWaiting).length}
        onCommand={command}
        onPeople={() => setDialog('people')}
        onReopen={() => setDialog('close')}
      />
      <nav className="cockpit-sections">
        <Segmented
          label={t.title}
          value={section}
          onChange={setSection}
          options={SECTIONS.map((value) => ({
            value,
            label: t.sections[value] + (value === 'side' && calls > 0 ? ` (${calls})` : ''),
          }))}
        />
      </nav>
      <main className="cockpit-main">
        {run.workshop.isExample && <p className="cockpit-example-line">{t.example}</p>}
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
            {t.sections.groups}
          </h2>
          <div className="group-tiles">
            <div className="group-tile-grid">
              {tiles.filter((tile) => !isAside(tile)).map((tile) => tileView(tile))}
            </div>
            {tiles.filter(isAside).map((tile) => tileView(tile, true))}
          </div>
        </section>
        <CockpitSide
          ref={side}
          cockpit={cockpit}
          seat={seat}
          tiles={tiles}
          draft={draft}
          onDraft={setDraft}
          actions={actions}
          attempt={attempt}
          onCommand={command}
          onNudge={nudge}
        />
      </main>
      <CockpitDialogs
        dialog={dialog}
        onDialog={setDialog}
        cockpit={cockpit}
        seat={seat}
        tiles={tiles}
        stepTitle={stepTitle}
        now={now}
        actions={actions}
        attempt={attempt}
        onCommand={command}
      />
    </div>
  )
}

/** The common board while the step is not at work there. */
function isAside(tile: TileModel): boolean {
  return tile.group.kind === 'common' && tile.step?.where !== 'common'
}

import type { RunCommand } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'

export interface GatherPanelProps {
  readonly run: RunState
  /** How many of the people may follow the gathering that stands, and of how many; null without one. */
  readonly coming: { readonly count: number; readonly all: number } | null
  readonly onCommand: (command: RunCommand) => void
}

/** Bring everybody to one place or back to their groups, and see where they are asked to now. */
export function GatherPanel({ run, coming, onCommand }: GatherPanelProps) {
  const t = useText().cockpit.gather
  const common = run.groups.find(({ kind }) => kind === 'common')
  return (
    <section className="side-section" aria-labelledby="gather-title">
      <h2 id="gather-title">{t.title}</h2>
      {run.gathering ? (
        <Standing run={run} coming={coming} onCommand={onCommand} />
      ) : (
        <>
          <div className="side-card-actions">
            <Button size="s" onClick={() => onCommand({ type: 'gather' })}>
              {t.toPlenary}
            </Button>
            {common && (
              <Button size="s" onClick={() => onCommand({ type: 'gather', groupId: common.id })}>
                {t.toCommon}
              </Button>
            )}
            <Button size="s" onClick={() => onCommand({ type: 'gather.own' })}>
              {t.toOwnGroup}
            </Button>
          </div>
          <p className="small soft">{t.explain}</p>
        </>
      )}
    </section>
  )
}

/** What everybody is asked now, how many of them may follow, and the end of it. */
function Standing({ run, coming, onCommand }: GatherPanelProps) {
  const t = useText().cockpit.gather
  const isToOwnGroup = run.gathering?.isToOwnGroup ?? false
  const board = run.groups.find(({ id }) => id === run.gathering?.groupId)
  const words = isToOwnGroup
    ? { standing: t.standingOwnGroup, asked: t.askedOwnGroup, nobody: t.nobodyInGroup }
    : {
        standing: board ? t.standingBoard({ name: board.name }) : t.standingPlenary,
        asked: t.asked,
        nobody: t.nobody,
      }
  return (
    <div className="side-card" data-on="">
      <p>
        <b>{words.standing}</b>
      </p>
      {coming && coming.all > 0 && (
        <p className="small soft">{coming.count === 0 ? words.nobody : words.asked(coming)}</p>
      )}
      <Button size="s" onClick={() => onCommand({ type: 'gather.end' })}>
        {t.end}
      </Button>
    </div>
  )
}

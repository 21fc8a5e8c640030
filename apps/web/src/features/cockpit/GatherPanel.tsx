import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'

export interface GatherPanelProps {
  readonly run: RunState
  /** How many of the people may come to a place: a group's board, or with null the plenary. */
  readonly coming: (groupId: GroupId | null) => { readonly count: number; readonly all: number }
  readonly onGather: (groupId: GroupId | null) => void
  readonly onEnd: () => void
}

/** Bring everybody to one place, and see where they are asked to now. */
export function GatherPanel({ run, coming, onGather, onEnd }: GatherPanelProps) {
  const t = useText().cockpit.gather
  const common = run.groups.find(({ kind }) => kind === 'common')
  const { gathering } = run
  const asked = gathering && run.groups.find(({ id }) => id === gathering.groupId)
  const people = gathering && coming(gathering.groupId)
  return (
    <section className="side-section" aria-labelledby="gather-title">
      <h2 id="gather-title">{t.title}</h2>
      {gathering ? (
        <div className="side-card" data-on="">
          <p>
            <b>{asked ? t.standingBoard({ name: asked.name }) : t.standingPlenary}</b>
          </p>
          {people && people.all > 0 && <p className="small soft">{people.count === 0 ? t.nobody : t.asked(people)}</p>}
          <Button size="s" onClick={onEnd}>
            {t.end}
          </Button>
        </div>
      ) : (
        <>
          <div className="side-card-actions">
            <Button size="s" onClick={() => onGather(null)}>
              {t.toPlenary}
            </Button>
            {common && (
              <Button size="s" onClick={() => onGather(common.id)}>
                {t.toCommon}
              </Button>
            )}
          </div>
          <p className="small soft">{t.explain}</p>
        </>
      )}
    </section>
  )
}

import { isModerating, refuseRead, type PlenaryCommand } from '@tafelrunde/protocol'
import { stepOf, type GroupId, type PlenaryView as View, type RunState } from '@tafelrunde/schema/plain'
import { useMemo, useState, type ReactNode } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { FieldNav } from '../../features/plenary/FieldNav.tsx'
import { FieldSheet } from '../../features/plenary/FieldSheet.tsx'
import { fieldViews, type FieldView } from '../../features/plenary/fieldViews.ts'
import { isFresh, type FirstSeen } from '../../features/plenary/freshEntries.ts'
import { decidePlenary } from '../../features/plenary/plenaryActions.ts'
import { RecommendationCard } from '../../features/plenary/RecommendationCard.tsx'
import { TargetGroupHeads } from '../../features/plenary/TargetGroupHeads.tsx'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { navigate, usePlace } from '../../ui/navigation.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { useNow } from '../useNow.ts'

export interface PlenaryViewProps {
  view: View
  run: RunState
  seat: StoredSeat
  firstSeen: FirstSeen
  clockOffsetMs: number
  /** What stands beside the view's own tools. */
  tools?: ReactNode
}

/** The merged view by field or as one list of recommendations; what is chosen stands in the address. */
export function PlenaryView({ view, run, seat, firstSeen, clockOffsetMs, tools }: PlenaryViewProps) {
  const t = useText()
  const { query } = usePlace()
  const now = useNow(clockOffsetMs, 5_000) - clockOffsetMs
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const targetKey = view.targetGroups.some(({ key }) => key === query.get('target')) ? query.get('target') : null
  const fields = useMemo(() => fieldViews(view, targetKey), [view, targetKey])
  const fits = useMemo(() => new Map(view.channelFits.map((fit) => [fit.key, fit])), [view])
  const fieldKey = fields.some(({ key }) => key === query.get('field')) ? query.get('field') : null
  const mode = query.get('view') === 'recommendations' ? 'recommendations' : 'fields'
  const mayDecide = isModerating(seat.role)

  const choose = (change: Readonly<Record<string, string | null>>): void => {
    const url = new URL(location.href)
    for (const [name, value] of Object.entries(change)) {
      if (value === null) url.searchParams.delete(name)
      else url.searchParams.set(name, value)
    }
    navigate(url.pathname + url.search, { replace: true })
  }
  const fresh = (key: string): boolean => isFresh(firstSeen, key, now)
  const boardUrl = (groupId: GroupId, itemId: string): string | null =>
    mayRead(run, seat, groupId) ? `${placeUrl(seat, { board: groupId })}&item=${itemId}` : null
  const decide = async (command: PlenaryCommand, done: string): Promise<void> => {
    try {
      await decidePlenary(seat, command)
      showToast({ text: done })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast({ text: t.plenary.failed({ problem: errorText(t, error.code) }), kind: 'problem' })
    }
  }
  const fold = (): void => {
    const [headKey, ...entryKeys] = chosen ?? []
    setChosen(null)
    if (headKey && entryKeys.length > 0) void decide({ type: 'fold', headKey, entryKeys }, t.plenary.folded)
  }
  const shown =
    fieldKey === null ? fields.filter((field) => field.entries > 0) : fields.filter(({ key }) => key === fieldKey)
  const isEmpty = view.entries.length === 0 && view.recommendations.length === 0
  return (
    <main className="plenary-content">
      <div className="plenary-tools">
        <Segmented
          label={t.plenary.view}
          value={mode}
          onChange={(value) => choose({ view: value === 'fields' ? null : value })}
          options={(['fields', 'recommendations'] as const).map((value) => ({ value, label: t.plenary.views[value] }))}
        />
        {mode === 'fields' && view.targetGroups.length > 1 && (
          <Select
            label={t.plenary.targetGroup}
            isLabelHidden
            value={targetKey ?? ''}
            onChange={(value) => choose({ target: value || null })}
            options={[
              { value: '', label: t.plenary.allTargetGroups },
              ...view.targetGroups.map(({ key, title }) => ({ value: key, label: title || t.plenary.targetGroup })),
            ]}
          />
        )}
        {run.workshop.isExample && <small className="plenary-example">{t.cockpit.example}</small>}
        <span className="plenary-gap" />
        {tools}
        {mode === 'fields' &&
          mayDecide &&
          (chosen === null ? (
            <Button onClick={() => setChosen([])}>{t.plenary.fold}</Button>
          ) : (
            <>
              <span className="small soft">{t.plenary.foldHint}</span>
              <Button onClick={() => setChosen(null)}>{t.plenary.foldCancel}</Button>
              <Button variant="primary" disabled={chosen.length < 2} onClick={fold}>
                {t.plenary.foldSelected({ count: chosen.length })}
              </Button>
            </>
          ))}
      </div>
      <div className="plenary-main" data-mode={mode}>
        {mode === 'fields' && !isEmpty && (
          <FieldNav
            views={fields}
            chosen={fieldKey}
            onChoose={(key) => choose({ field: key })}
            freshCount={(field) => countFresh(field, fresh)}
          />
        )}
        <div className="plenary-sheet">
          {isEmpty && <EmptyState title={t.plenary.emptyView} />}
          {mode === 'fields' && (
            <>
              {fieldKey === null && <TargetGroupHeads view={view} targetGroupKey={targetKey} />}
              {shown.map((field) => (
                <FieldSheet
                  key={field.key}
                  view={field}
                  fits={fits}
                  isFresh={fresh}
                  boardUrl={boardUrl}
                  chosen={chosen}
                  onToggle={(key) =>
                    setChosen((keys) =>
                      keys?.includes(key) ? keys.filter((one) => one !== key) : [...(keys ?? []), key],
                    )
                  }
                  onUnfold={
                    mayDecide ? (headKey) => void decide({ type: 'unfold', headKey }, t.plenary.unfolded) : null
                  }
                />
              ))}
            </>
          )}
          {mode === 'recommendations' && !isEmpty && (
            <Recommendations view={view} isFresh={fresh} boardUrl={(groupId) => boardUrl(groupId, '')} />
          )}
        </div>
      </div>
    </main>
  )
}

function Recommendations({
  view,
  isFresh: fresh,
  boardUrl,
}: {
  view: View
  isFresh: (key: string) => boolean
  boardUrl: (groupId: GroupId) => string | null
}) {
  const t = useText()
  const groups = new Set(view.recommendations.map(({ groupId }) => groupId)).size
  if (view.recommendations.length === 0) return <EmptyState title={t.plenary.emptyRecommendations} />
  return (
    <section className="field-sheet" aria-labelledby="plenary-recommendations">
      <header>
        <h2 id="plenary-recommendations">{t.screen.recommendations}</h2>
        <p className="small soft">{t.plenary.recommendationsSummary({ groups, count: view.recommendations.length })}</p>
      </header>
      <ol className="recommendation-list">
        {view.recommendations.map((entry, index) => (
          <RecommendationCard
            key={entry.key}
            entry={entry}
            number={index + 1}
            group={view.groups.find(({ id }) => id === entry.groupId)}
            isFresh={fresh(entry.key)}
            boardUrl={boardUrl(entry.groupId)}
          />
        ))}
      </ol>
    </section>
  )
}

function countFresh(field: FieldView, fresh: (key: string) => boolean): number {
  const entries = field.sections.flatMap(({ cards }) => cards.flatMap((card) => [card.entry, ...card.folded]))
  return entries.filter(({ key }) => fresh(key)).length
}

function mayRead(run: RunState, seat: StoredSeat, groupId: GroupId): boolean {
  const group = run.groups.find(({ id }) => id === groupId)
  const refusal = refuseRead({
    role: seat.role,
    isMember: group?.kind === 'common' || seat.groupId === groupId,
    isInLinkScope: seat.groupId === null || seat.groupId === groupId,
    isOpenToAll: stepOf(run, groupId)?.visibility === 'all',
  })
  return refusal === null && seat.role !== 'screen'
}

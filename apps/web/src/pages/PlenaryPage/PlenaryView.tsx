import { isModerating, refuseRead, type PlenaryCommand } from '@tafelrunde/protocol'
import {
  stepOf,
  templateOf,
  fieldOf,
  type GroupId,
  type PlenaryView as View,
  type RunState,
} from '@tafelrunde/schema/plain'
import { useMemo, useState, type ReactNode } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { ColumnsView } from '../../features/plenary/ColumnsView.tsx'
import { CommitmentsView } from '../../features/plenary/CommitmentsView.tsx'
import { CoverageView } from '../../features/plenary/CoverageView.tsx'
import { FieldNav } from '../../features/plenary/FieldNav.tsx'
import { FieldSheet } from '../../features/plenary/FieldSheet.tsx'
import { fieldViews, type FieldView } from '../../features/plenary/fieldViews.ts'
import { isFresh, type FirstSeen } from '../../features/plenary/freshEntries.ts'
import { MatrixView } from '../../features/plenary/MatrixView.tsx'
import { decidePlenary, withdrawSubmission } from '../../features/plenary/plenaryActions.ts'
import { PlenaryContext, type PlenaryTools } from '../../features/plenary/PlenaryContext.ts'
import { plenaryViewOf } from '../../features/plenary/plenaryViews.ts'
import { RankingView } from '../../features/plenary/RankingView.tsx'
import { RecommendationsView } from '../../features/plenary/RecommendationsView.tsx'
import { TargetGroupHeads } from '../../features/plenary/TargetGroupHeads.tsx'
import { useFigures } from '../../features/plenary/useFigures.ts'
import { ViewChoice } from '../../features/plenary/ViewChoice.tsx'
import { WithdrawDialog } from '../../features/plenary/WithdrawDialog.tsx'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { navigate, usePlace } from '../../ui/navigation.ts'
import { Select } from '../../ui/Select.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { useNow } from '../useNow.ts'

export interface PlenaryViewProps {
  view: View
  run: RunState
  seat: StoredSeat
  firstSeen: FirstSeen
  clockOffsetMs: number
  /** The button for what is similar. */
  offers?: ReactNode
}

/** The merged view in one of its forms; what is chosen stands in the address. */
export function PlenaryView({ view, run, seat, firstSeen, clockOffsetMs, offers }: PlenaryViewProps) {
  const t = useText()
  const { query } = usePlace()
  const now = useNow(clockOffsetMs, 5_000) - clockOffsetMs
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const figures = useFigures(run, seat)
  const targetKey = view.targetGroups.some(({ key }) => key === query.get('target')) ? query.get('target') : null
  const fields = useMemo(() => fieldViews(view, targetKey), [view, targetKey])
  const fits = useMemo(() => new Map(view.channelFits.map((fit) => [fit.key, fit])), [view])
  const fieldKey = fields.some(({ key }) => key === query.get('field')) ? query.get('field') : null
  const mode = plenaryViewOf(query.get('view'))
  const isByField = mode === 'fields' || mode === 'columns'
  const mayDecide = isModerating(seat.role)

  const send = async (call: () => Promise<unknown>, done: string | undefined): Promise<boolean> => {
    try {
      await call()
      if (done !== undefined) showToast({ text: done })
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast({ text: t.plenary.failed({ problem: errorText(t, error.code) }), kind: 'problem' })
      return false
    }
  }
  const decide = (command: PlenaryCommand, done?: string): Promise<boolean> =>
    send(() => decidePlenary(seat, command), done)
  const tools: PlenaryTools = {
    view,
    mayDecide,
    figures,
    isFresh: (key) => isFresh(firstSeen, key, now),
    boardUrl: (groupId, original) => boardUrl({ view, run, seat }, groupId, original),
    decide,
    withdraw: setWithdrawing,
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
    <PlenaryContext value={tools}>
      <main className="plenary-content">
        <div className="plenary-tools">
          <ViewChoice value={mode} onChange={(value) => choose({ view: value === 'fields' ? null : value })} />
          {isByField && view.targetGroups.length > 1 && (
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
          {offers}
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
        <div className="plenary-main" data-mode={isByField ? 'fields' : mode}>
          {isByField && !isEmpty && (
            <FieldNav
              views={fields}
              chosen={fieldKey}
              onChoose={(key) => choose({ field: key })}
              freshCount={(field) => countFresh(field, tools.isFresh)}
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
                    chosen={chosen}
                    onToggle={(key) =>
                      setChosen((keys) =>
                        keys?.includes(key) ? keys.filter((one) => one !== key) : [...(keys ?? []), key],
                      )
                    }
                  />
                ))}
              </>
            )}
            {!isEmpty && mode === 'columns' && <ColumnsView targetKey={targetKey} fieldKey={fieldKey} />}
            {!isEmpty && mode === 'recommendations' && <RecommendationsView />}
            {!isEmpty && mode === 'ranking' && <RankingView />}
            {!isEmpty && mode === 'matrix' && <MatrixView />}
            {!isEmpty && mode === 'coverage' && <CoverageView />}
            {!isEmpty && mode === 'commitments' && <CommitmentsView />}
          </div>
        </div>
      </main>
      {withdrawing !== null && (
        <WithdrawDialog
          code={withdrawing}
          onWithdraw={(note) => send(() => withdrawSubmission(seat, { code: withdrawing, note }), t.plenary.withdrawn)}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </PlenaryContext>
  )
}

function choose(change: Readonly<Record<string, string | null>>): void {
  const url = new URL(location.href)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  navigate(url.pathname + url.search, { replace: true })
}

function countFresh(field: FieldView, fresh: (key: string) => boolean): number {
  const entries = field.sections.flatMap(({ cards }) => cards.flatMap((card) => [card.entry, ...card.folded]))
  return entries.filter(({ key }) => fresh(key)).length
}

/** The board says by itself where the original is; of fields of the deepening it has to be told. */
function boardUrl(
  { view, run, seat }: { view: View; run: RunState; seat: StoredSeat },
  groupId: GroupId,
  { itemId, recommendationId }: { readonly itemId?: string; readonly recommendationId?: string },
): string | null {
  if (!mayRead(run, seat, groupId)) return null
  const url = placeUrl(seat, { board: groupId })
  if (recommendationId !== undefined) return `${url}&recommendation=${recommendationId}`
  if (itemId === undefined) return url
  const entry = view.entries.find(({ key }) => key === `${groupId}/${itemId}`)
  const field = entry?.templateId ? fieldOf(templateOf(entry.templateId), entry.fieldId) : null
  return `${url}&item=${itemId}${field?.layout === 'deepening' ? '&deep=1' : ''}`
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

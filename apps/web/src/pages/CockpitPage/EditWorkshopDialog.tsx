import type { RunState, Step } from '@tafelrunde/schema/plain'
import { useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import type { CockpitActions } from '../../features/cockpit/cockpitActions.ts'
import { readEarlierWorkshop, useEarlierWorkshops } from '../../features/create/earlierWorkshops.ts'
import { isSeatNumber, type GroupDraft } from '../../features/create/toCreateRequest.ts'
import { GroupsTab } from '../../features/create/GroupsTab.tsx'
import { problemsOfEdit, toEditRequest, workshopEditOf } from '../../features/create/workshopEdit.ts'
import { WorkshopTab } from '../../features/create/WorkshopTab.tsx'
import { draftsOf, toStepRequests } from '../../features/run-sheet/stepDraft.ts'
import { StepListEditor } from '../../features/run-sheet/StepListEditor.tsx'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { showToast } from '../../ui/Toast.tsx'

export type EditTab = 'workshop' | 'groups' | 'steps'

export interface EditWorkshopDialogProps {
  run: RunState
  firstTab: EditTab
  /** The step to begin with. */
  firstStepId: string | null
  actions: CockpitActions
  onClose: () => void
  /** Runs a change, says what became of it, and tells whether it worked. */
  attempt: (change: () => Promise<unknown>, done: string) => Promise<boolean>
}

/** Everything about a workshop that can be changed while it runs. */
export function EditWorkshopDialog(props: EditWorkshopDialogProps) {
  const { run, firstTab, firstStepId, actions, onClose, attempt } = props
  const t = useText()
  const [opened] = useState(run)
  const [tab, setTab] = useState<string>(firstTab)
  const [before] = useState(() => workshopEditOf(run))
  const [edit, setEdit] = useState(before)
  const [stepsBefore] = useState(() => draftsOf(run.steps))
  const [steps, setSteps] = useState(stepsBefore)
  const [groupDrafts, setGroupDrafts] = useState<Readonly<Record<string, GroupDraft>>>({})
  const [isLeaving, setLeaving] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const earlier = useEarlierWorkshops().filter(({ id }) => id !== run.workshop.id)

  const request = toEditRequest(edit, before)
  const isChanged = Object.keys(request).length > 0 || steps !== stepsBefore || Object.keys(groupDrafts).length > 0
  const isSound =
    problemsOfEdit(edit).length === 0 &&
    steps.every((step) => step.title.trim()) &&
    Object.values(groupDrafts).every(
      (draft) => draft.name.trim() && (draft.maxSeats === '' || isSeatNumber(draft.maxSeats)),
    )
  const isOvertaken = run.steps !== opened.steps && JSON.stringify(run.steps) !== JSON.stringify(opened.steps)

  const save = async (): Promise<void> => {
    setBusy(true)
    const isSaved = await attempt(async () => {
      for (const [groupId, { name, topic, maxSeats }] of Object.entries(groupDrafts)) {
        const size = maxSeats === '' ? null : Number(maxSeats)
        await actions.editGroup(groupId, { name: name.trim(), topic: topic.trim(), maxSeats: size })
      }
      const change = { ...request, ...(steps === stepsBefore ? {} : { steps: toStepRequests(steps) }) }
      if (Object.keys(change).length > 0) await actions.editWorkshop(change)
    }, t.create.edit.saved)
    setBusy(false)
    if (isSaved) onClose()
  }
  const readEarlierSteps = async (workshopId: string): Promise<readonly Step[] | null> => {
    try {
      return (await readEarlierWorkshop(workshopId)).steps
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast({ text: errorText(t, error.code), kind: 'problem' })
      return null
    }
  }
  const leave = (): void => (isChanged ? setLeaving(true) : onClose())
  return (
    <>
      <Dialog
        title={t.create.edit.title}
        isOpen
        onClose={leave}
        size="l"
        footer={
          <>
            <Button onClick={leave}>{t.create.edit.cancel}</Button>
            <Button variant="primary" disabled={!isChanged || !isSound || isBusy} onClick={() => void save()}>
              {t.create.edit.save}
            </Button>
          </>
        }
      >
        {isOvertaken && (
          <Notice kind="time" spoken="politely">
            {t.create.edit.changedMeanwhile}
          </Notice>
        )}
        <Tabs
          label={t.create.edit.title}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'workshop',
              label: t.create.edit.tabs.workshop,
              content: <WorkshopTab edit={edit} onChange={(change) => setEdit({ ...edit, ...change })} />,
            },
            {
              id: 'groups',
              label: t.create.edit.tabs.groups,
              content: (
                <GroupsTab
                  groups={run.groups}
                  drafts={groupDrafts}
                  onDraft={(groupId, draft) => setGroupDrafts({ ...groupDrafts, [groupId]: draft })}
                  onAdd={(group) => attempt(() => actions.addGroup(group), t.create.edit.saved)}
                />
              ),
            },
            {
              id: 'steps',
              label: t.create.edit.tabs.steps,
              content: (
                <StepListEditor
                  steps={steps}
                  onChange={setSteps}
                  runningStepId={run.current?.stepId ?? null}
                  firstStepId={firstStepId}
                  workshop={run.workshop}
                  hasTalks={run.talks.length > 0}
                  earlier={earlier.map(({ id, title }) => ({ id, title, read: () => readEarlierSteps(id) }))}
                />
              ),
            },
          ]}
        />
      </Dialog>
      <Dialog
        title={t.create.edit.askLeave}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        size="s"
        isAlert
        footer={
          <>
            <Button onClick={() => setLeaving(false)}>{t.create.edit.stay}</Button>
            <Button variant="danger" onClick={onClose}>
              {t.create.edit.leave}
            </Button>
          </>
        }
      >
        <p>{t.create.edit.leaveExplain}</p>
      </Dialog>
    </>
  )
}

import {
  BARRIER_CAUSES,
  CHANNEL_TYPES,
  EVIDENCES,
  HARVEST_KINDS,
  LEVELS,
  TOUCHPOINT_PHASES,
  setItemAttributes,
  setItemEvidence,
  setItemSource,
  setItemTags,
  setItemVisibility,
  type FieldAttribute,
  type Item,
  type ItemAttributesPatch,
} from '@tafelrunde/schema'
import { useState } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface AttributesDialogProps {
  readonly item: Item
  readonly attribute: FieldAttribute | undefined
  readonly onClose: () => void
}

const NONE = ''

/** What one can say about a note besides its text; each choice is on the board at once. */
export function AttributesDialog({ item, attribute, onClose }: AttributesDialogProps) {
  const t = useText().board
  const desk = useDesk()
  return (
    <Dialog
      title={t.attributesTitle}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <p className="soft" lang={desk.boardLanguage}>
        {item.plainText}
      </p>
      {attribute && <FieldAttributes item={item} attribute={attribute} />}
      <Select
        label={t.evidence}
        value={item.evidence ?? NONE}
        onChange={(value) => desk.edit(t.didAttributes, (board) => setItemEvidence(board, item.id, value || null))}
        options={[
          { value: NONE, label: t.evidenceNone },
          ...EVIDENCES.map((value) => ({ value, label: t.evidenceOf[value] })),
        ]}
      />
      <DraftField
        label={t.source}
        type="url"
        value={item.sourceUrl ?? ''}
        onDone={(value) => desk.edit(t.didAttributes, (board) => setItemSource(board, item.id, value || null))}
      />
      <DraftField
        label={t.tags}
        value={item.tags.join(', ')}
        onDone={(value) =>
          desk.edit(t.didAttributes, (board) =>
            setItemTags(
              board,
              item.id,
              value
                .split(',')
                .map((tag) => tag.trim())
                .filter(Boolean),
            ),
          )
        }
      />
      <Select
        label={t.visibility}
        value={item.visibility}
        onChange={(value) => desk.edit(t.didAttributes, (board) => setItemVisibility(board, item.id, value))}
        options={(['internal', 'public'] as const).map((value) => ({ value, label: t.visibilityOf[value] }))}
      />
    </Dialog>
  )
}

function FieldAttributes({ item, attribute }: { item: Item; attribute: FieldAttribute }) {
  const t = useText().board
  const desk = useDesk()
  const { attributes } = item
  const set = (patch: ItemAttributesPatch) =>
    desk.edit(t.didAttributes, (board) => setItemAttributes(board, item.id, patch))
  const none = { value: NONE, label: t.noChoice } as const
  switch (attribute) {
    case 'cause':
      return (
        <Select
          label={t.cause}
          value={attributes.cause ?? NONE}
          onChange={(cause) => set({ cause: cause || null })}
          options={[none, ...BARRIER_CAUSES.map((value) => ({ value, label: t.causeOf[value] }))]}
        />
      )
    case 'phase':
      return (
        <Select
          label={t.phase}
          value={attributes.phase ?? NONE}
          onChange={(phase) => set({ phase: phase || null })}
          options={[none, ...TOUCHPOINT_PHASES.map((value) => ({ value, label: t.phaseOf[value] }))]}
        />
      )
    case 'channel':
      return (
        <>
          <Select
            label={t.channelType}
            value={attributes.channelType ?? NONE}
            onChange={(channelType) => set({ channelType: channelType || null })}
            options={[none, ...CHANNEL_TYPES.map((value) => ({ value, label: t.channelTypeOf[value] }))]}
          />
          <Select
            label={t.fitLabel}
            value={attributes.fit ? (String(attributes.fit) as '1') : NONE}
            onChange={(fit) => set({ fit: fit === NONE ? null : (Number(fit) as 1 | 2 | 3) })}
            options={[none, ...(['1', '2', '3'] as const).map((value) => ({ value, label: t.fitChoice[value] }))]}
          />
        </>
      )
    case 'multiplier':
      return (
        <>
          <DraftField
            label={t.organisation}
            description={t.organisationHint}
            value={attributes.organisation ?? ''}
            onDone={(value) => set({ organisation: value || null })}
          />
          <Select
            label={t.level}
            value={attributes.level ?? NONE}
            onChange={(level) => set({ level: level || null })}
            options={[none, ...LEVELS.map((value) => ({ value, label: t.levelOf[value] }))]}
          />
        </>
      )
    case 'clarify':
      return (
        <>
          <DraftField
            label={t.clarifiedBy}
            value={attributes.clarifiedBy ?? ''}
            onDone={(value) => set({ clarifiedBy: value || null })}
          />
          <TextField
            label={t.until}
            type="date"
            value={attributes.until ?? ''}
            onChange={(until) => set({ until: until || null })}
          />
        </>
      )
    case 'harvest':
      return (
        <>
          <Select
            label={t.talk}
            value={attributes.talkId ?? NONE}
            onChange={(value) => set({ talkId: desk.run.talks.find((talk) => talk.id === value)?.id ?? null })}
            options={[
              none,
              ...desk.run.talks.map((talk) => ({ value: talk.id, label: `${talk.organisation}: ${talk.title}` })),
            ]}
          />
          <Select
            label={t.harvestKind}
            value={attributes.harvestKind ?? NONE}
            onChange={(harvestKind) => set({ harvestKind: harvestKind || null })}
            options={[none, ...HARVEST_KINDS.map((value) => ({ value, label: t.harvestKindOf[value] }))]}
          />
        </>
      )
    case 'scale':
      return (
        <Select
          label={t.scale}
          value={attributes.scale ? (String(attributes.scale) as '1') : NONE}
          onChange={(scale) => set({ scale: scale === NONE ? null : (Number(scale) as 1 | 2 | 3 | 4 | 5) })}
          options={[none, ...(['1', '2', '3', '4', '5'] as const).map((value) => ({ value, label: value }))]}
        />
      )
  }
}

interface DraftFieldProps {
  readonly label: string
  readonly value: string
  readonly type?: string
  readonly description?: string
  readonly onDone: (value: string) => void
}

/** A text that is written when one leaves it. */
function DraftField({ label, value, type = 'text', description, onDone }: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const finish = () => {
    if (draft !== null && draft.trim() !== value) onDone(draft.trim())
    setDraft(null)
  }
  return (
    <TextField
      label={label}
      description={description}
      type={type}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
      }}
    />
  )
}

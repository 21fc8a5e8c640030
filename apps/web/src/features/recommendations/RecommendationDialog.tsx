import { isModerating } from '@tafelrunde/protocol'
import {
  ADDRESSEES,
  HORIZONS,
  LIMITS,
  RECOMMENDATION_TYPES,
  binRecommendation,
  editRecommendationText,
  linkItem,
  setRecommendation,
  unlinkItem,
  type Item,
  type Recommendation,
  type RecommendationPatch,
  type RecommendationTextKey,
} from '@tafelrunde/schema'
import { Trash2, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { LiveTextField } from '../../board/LiveTextField.tsx'
import { RichTextField } from '../../board/RichTextField.tsx'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { RatingInput } from './RatingInput.tsx'
import './RecommendationDialog.css'

export interface RecommendationDialogProps {
  readonly recommendation: Recommendation
  /** Active items of the board, for linking. */
  readonly items: readonly Item[]
  readonly mayWrite: boolean
  readonly onClose: () => void
}

/** Everything one can say about a recommendation; what is typed is on the board at once. */
export function RecommendationDialog({ recommendation, items, mayWrite, onClose }: RecommendationDialogProps) {
  const { recommendations: t, board } = useText()
  const desk = useDesk()
  const { id } = recommendation
  const isReadOnly = !mayWrite
  const set = (patch: RecommendationPatch) => desk.edit(t.didEdit, (board) => setRecommendation(board, id, patch))
  const text = (
    key: RecommendationTextKey,
    label: string,
    more: { isLong?: boolean; description?: ReactNode } = {},
  ) => (
    <LiveTextField
      label={label}
      value={recommendation[key]}
      at={{ root: 'recommendations', id, key, what: t.didEdit }}
      write={(next) => desk.write((board) => editRecommendationText(board, id, key, next)) !== null}
      isReadOnly={isReadOnly}
      {...more}
    />
  )
  const bin = () => {
    desk.edit(t.didBin, (board) => binRecommendation(board, id))
    desk.say(t.didBin)
    onClose()
  }

  return (
    <Dialog
      title={t.details}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          {mayWrite && (
            <Button variant="quiet" icon={<Icon of={Trash2} />} onClick={bin} className="rec-dialog-bin">
              {t.bin}
            </Button>
          )}
          {isModerating(desk.seat.role) && (
            <Button variant="quiet" onClick={() => desk.openDialog({ kind: 'authors', entryId: id })}>
              {board.whoWrote}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {t.close}
          </Button>
        </>
      }
    >
      {text('title', t.titleLabel, {
        isLong: true,
        description: t.titleLeft({ count: recommendation.title.length, of: LIMITS.titleCharacters }),
      })}
      <div className="rec-dialog-columns">
        <RichTextField
          label={t.description}
          text={recommendation.description}
          target={{ recommendationId: id, key: 'description' }}
          maxCharacters={LIMITS.recommendationTextCharactersHard}
          isReadOnly={isReadOnly}
        />
        <RichTextField
          label={t.rationale}
          text={recommendation.rationale}
          target={{ recommendationId: id, key: 'rationale' }}
          maxCharacters={LIMITS.recommendationTextCharactersHard}
          isReadOnly={isReadOnly}
        />
      </div>
      <div className="rec-dialog-columns">
        <RatingInput
          label={t.impact}
          value={recommendation.impact}
          isDisabled={isReadOnly}
          onChange={(impact) => set({ impact })}
        />
        <RatingInput
          label={t.effort}
          value={recommendation.effort}
          isDisabled={isReadOnly}
          onChange={(effort) => set({ effort })}
        />
      </div>
      <div className="rec-dialog-columns">
        {text('firstStep', t.firstStep, { isLong: true })}
        <TextField
          label={t.until}
          type="date"
          value={recommendation.until ?? ''}
          readOnly={isReadOnly}
          onChange={(until) => set({ until: until || null })}
        />
        <Select
          label={t.horizon}
          value={recommendation.horizon ?? ''}
          disabled={isReadOnly}
          onChange={(horizon) => set({ horizon: horizon || null })}
          options={[
            { value: '' as const, label: t.noChoice },
            ...HORIZONS.map((value) => ({ value, label: t.horizonHint[value] })),
          ]}
        />
        <Select
          label={t.type}
          value={recommendation.type ?? ''}
          disabled={isReadOnly}
          onChange={(type) => set({ type: type || null })}
          options={[
            { value: '' as const, label: t.noChoice },
            ...RECOMMENDATION_TYPES.map((value) => ({ value, label: t.typeOf[value] })),
          ]}
        />
      </div>
      <Choices
        label={t.addressees}
        values={ADDRESSEES.map((value) => ({ value, label: t.addresseeOf[value] }))}
        chosen={recommendation.addressees}
        isDisabled={isReadOnly}
        onChange={(addressees) => set({ addressees })}
      />
      {desk.run.targetGroups.length > 0 && (
        <Choices
          label={t.targetGroups}
          values={desk.run.targetGroups.map((group) => ({ value: group.id, label: group.title }))}
          chosen={recommendation.targetGroupIds}
          isDisabled={isReadOnly}
          onChange={(targetGroupIds) => set({ targetGroupIds })}
        />
      )}
      <LinkedItems recommendation={recommendation} items={items} mayWrite={mayWrite} />
      <details className="rec-dialog-more">
        <summary>{t.more}</summary>
        <div className="rec-dialog-columns">
          {text('lead', t.lead, { description: t.leadHint })}
          {text('partners', t.partners)}
          {text('resources', t.resources)}
          {text('dependencies', t.dependencies)}
          {text('risks', t.risks, { isLong: true })}
          {text('indicator', t.indicator, { isLong: true })}
          <Examples
            examples={recommendation.examples}
            isReadOnly={isReadOnly}
            onChange={(examples) => set({ examples })}
          />
          <Select
            label={t.visibility}
            value={recommendation.visibility}
            disabled={isReadOnly}
            onChange={(visibility) => set({ visibility })}
            options={(['internal', 'public'] as const).map((value) => ({ value, label: t.visibilityOf[value] }))}
          />
        </div>
      </details>
    </Dialog>
  )
}

interface ChoicesProps<Value extends string> {
  readonly label: string
  readonly values: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: readonly Value[]
  readonly isDisabled: boolean
  readonly onChange: (chosen: readonly Value[]) => void
}

function Choices<Value extends string>({ label, values, chosen, isDisabled, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset className="rec-dialog-choices" disabled={isDisabled}>
      <legend>{label}</legend>
      {values.map(({ value, label: name }) => (
        <Checkbox
          key={value}
          label={name}
          isChecked={chosen.includes(value)}
          onChange={(isChecked) => onChange(isChecked ? [...chosen, value] : chosen.filter((other) => other !== value))}
        />
      ))}
    </fieldset>
  )
}

function LinkedItems({
  recommendation,
  items,
  mayWrite,
}: Pick<RecommendationDialogProps, 'recommendation' | 'items' | 'mayWrite'>) {
  const t = useText().recommendations
  const desk = useDesk()
  const linked = items.filter((item) => recommendation.itemIds.includes(item.id))
  const free = items.filter((item) => !recommendation.itemIds.includes(item.id) && item.plainText !== '')
  const nameOf = (item: Item) => item.plainText.replaceAll('\n', ' ').slice(0, 80)
  return (
    <section className="rec-dialog-links">
      <h3>{t.links}</h3>
      {linked.length === 0 && <p className="soft small">{t.linksNone}</p>}
      <ul>
        {linked.map((item) => (
          <li key={item.id}>
            <span lang={desk.boardLanguage}>{nameOf(item)}</span>
            {mayWrite && (
              <IconButton
                size="s"
                label={t.unlink({ text: nameOf(item) })}
                icon={<Icon of={X} size={15} />}
                onClick={() => desk.edit(t.didLink, (board) => unlinkItem(board, recommendation.id, item.id))}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && free.length > 0 && (
        <Select<string>
          label={t.linkAdd}
          value=""
          onChange={(value) => {
            const item = free.find((candidate) => candidate.id === value)
            if (item) desk.edit(t.didLink, (board) => linkItem(board, recommendation.id, item.id))
          }}
          options={[{ value: '', label: t.linkPick }, ...free.map((item) => ({ value: item.id, label: nameOf(item) }))]}
        />
      )}
    </section>
  )
}

function Examples(props: {
  examples: readonly string[]
  isReadOnly: boolean
  onChange: (examples: readonly string[]) => void
}) {
  const t = useText().recommendations
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextArea
      label={t.examples}
      value={draft ?? props.examples.join('\n')}
      readOnly={props.isReadOnly}
      onChange={setDraft}
      onBlur={() => {
        if (draft === null) return
        props.onChange(
          draft
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        )
        setDraft(null)
      }}
    />
  )
}

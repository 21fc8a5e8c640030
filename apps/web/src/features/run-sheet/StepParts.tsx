import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { newId, type StepPartId } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { RulesFields } from './RulesFields.tsx'
import { minutesOf } from './minutesOf.ts'
import { MAX_PARTS, moveEntry, partsDifference, rulesOf, withPart, type StepDraft } from './stepDraft.ts'

/** The parts of a step in order: what people do in them, and for how long. */
export function StepParts({ step, onChange }: { step: StepDraft; onChange: (change: Partial<StepDraft>) => void }) {
  const words = useText().runSheet.form
  const { parts } = step
  const difference = partsDifference(step)
  return (
    <fieldset className="step-form-parts">
      <legend>{words.parts}</legend>
      {parts.map((part, index) => {
        const number = index + 1
        const move = (to: number): void => onChange({ parts: moveEntry(parts, index, to) })
        return (
          <fieldset key={index} className="step-form-part">
            <legend className="visually-hidden">{words.partName({ number })}</legend>
            <div className="step-form-part-head">
              <TextField
                label={words.partTitle({ number })}
                value={part.title}
                maxLength={120}
                onChange={(title) => onChange(withPart(step, index, { title }))}
              />
              <TextField
                label={words.minutes}
                aria-label={words.partMinutes({ number })}
                type="number"
                min={0}
                max={600}
                value={String(part.minutes)}
                onChange={(minutes) => onChange(withPart(step, index, { minutes: minutesOf(minutes) }))}
              />
              <div className="step-form-part-tools">
                <IconButton
                  size="s"
                  label={words.partUp({ number })}
                  icon={<Icon of={ArrowUp} size={16} />}
                  disabled={index === 0}
                  onClick={() => move(index - 1)}
                />
                <IconButton
                  size="s"
                  label={words.partDown({ number })}
                  icon={<Icon of={ArrowDown} size={16} />}
                  disabled={index === parts.length - 1}
                  onClick={() => move(index + 1)}
                />
                <IconButton
                  size="s"
                  label={words.removePart({ number })}
                  icon={<Icon of={X} size={16} />}
                  onClick={() => onChange({ parts: parts.toSpliced(index, 1) })}
                />
              </div>
            </div>
            <TextArea
              isLabelHidden
              label={words.partInstruction({ number })}
              placeholder={words.partInstructionHint}
              rows={2}
              value={part.instruction}
              maxLength={2000}
              onChange={(instruction) => onChange(withPart(step, index, { instruction }))}
            />
            <Checkbox
              label={words.partRules({ number })}
              description={part.rules ? undefined : words.partRulesHint}
              isChecked={part.rules !== null}
              onChange={(isOwn) => onChange(withPart(step, index, { rules: isOwn ? rulesOf(step) : null }))}
            />
            {part.rules && (
              <RulesFields
                rules={part.rules}
                onChange={(change) => onChange(withPart(step, index, { rules: { ...part.rules!, ...change } }))}
              />
            )}
          </fieldset>
        )
      })}
      <div className="step-form-parts-foot">
        {parts.length < MAX_PARTS && (
          <Button
            size="s"
            icon={<Icon of={Plus} size={16} />}
            onClick={() =>
              onChange({
                parts: [...parts, { title: '', instruction: '', minutes: 5, rules: null, id: newId<StepPartId>() }],
              })
            }
          >
            {words.addPart}
          </Button>
        )}
        {difference && (
          <>
            <span className="small soft">{words.partsDiffer(difference)}</span>
            <Button size="s" variant="quiet" onClick={() => onChange({ minutes: difference.parts })}>
              {words.partsTake({ minutes: difference.parts })}
            </Button>
          </>
        )}
      </div>
    </fieldset>
  )
}

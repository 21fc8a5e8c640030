import { BOARD_ROOTS, type BoardRoot } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { withRoots, type StepDraft } from './stepDraft.ts'

/** Who writes what where in a step, who sees it, and the same once more in a sentence. */
export function StepRights({ step, onChange }: { step: StepDraft; onChange: (change: Partial<StepDraft>) => void }) {
  const words = useText().runSheet.form
  const toggle = (root: BoardRoot, isWritable: boolean): void => {
    const roots = BOARD_ROOTS.filter((name) => (name === root ? isWritable : step.writableRoots.includes(name)))
    onChange(withRoots(step, roots))
  }
  return (
    <>
      <fieldset className="step-form-roots">
        <legend>{words.writable}</legend>
        {BOARD_ROOTS.map((root) => (
          <Checkbox
            key={root}
            label={words.roots[root]}
            isChecked={step.writableRoots.includes(root)}
            onChange={(isWritable) => toggle(root, isWritable)}
          />
        ))}
        {step.writableRoots.length === 0 && <p className="small soft">{words.nothing}</p>}
      </fieldset>
      <div className="step-form-row" data-even="">
        <Select
          label={words.where}
          value={step.where}
          disabled={step.writableRoots.length === 0}
          onChange={(where) => onChange({ where })}
          options={(['common', 'groups', 'all'] as const).map((value) => ({ value, label: words.whereOptions[value] }))}
        />
        <Select
          label={words.visibility}
          value={step.visibility}
          onChange={(visibility) => onChange({ visibility })}
          options={(['own', 'all'] as const).map((value) => ({ value, label: words.visibilityOptions[value] }))}
        />
      </div>
      <Checkbox
        label={words.hidden}
        description={step.writableRoots.includes('items') ? words.hiddenHint : words.hiddenNeedsNotes}
        isChecked={step.isHidden}
        isDisabled={!step.writableRoots.includes('items')}
        onChange={(isHidden) => onChange({ isHidden })}
      />
      <p className="step-form-words small">
        {step.writableRoots.length === 0 ? words.inWords.reading : words.inWords.writing[step.where]}{' '}
        {step.isHidden ? words.inWords.hidden : words.inWords.visible[step.visibility]}
      </p>
    </>
  )
}

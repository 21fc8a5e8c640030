import { BOARD_ROOTS, type BoardRoot, type PartRules } from '@tafelrunde/schema/plain'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { withRoots } from './stepDraft.ts'

export interface RulesFieldsProps {
  readonly rules: PartRules
  readonly onChange: (change: Partial<PartRules>) => void
  /** Beside what others see. */
  readonly children?: ReactNode
}

/** Who writes what in a step or a part of it, and who sees it. */
export function RulesFields({ rules, onChange, children }: RulesFieldsProps) {
  const words = useText().runSheet.form
  const { writableRoots } = rules
  const toggle = (root: BoardRoot, isWritable: boolean): void => {
    const roots = BOARD_ROOTS.filter((name) => (name === root ? isWritable : writableRoots.includes(name)))
    onChange(withRoots(rules, roots))
  }
  return (
    <>
      <fieldset className="step-form-roots">
        <legend>{words.writable}</legend>
        {BOARD_ROOTS.map((root) => (
          <Checkbox
            key={root}
            label={words.roots[root]}
            isChecked={writableRoots.includes(root)}
            onChange={(isWritable) => toggle(root, isWritable)}
          />
        ))}
        {writableRoots.length === 0 && <p className="small soft">{words.nothing}</p>}
      </fieldset>
      <div className="step-form-row" data-even="">
        {children}
        <Select
          label={words.visibility}
          value={rules.visibility}
          onChange={(visibility) => onChange({ visibility })}
          options={(['own', 'all'] as const).map((value) => ({ value, label: words.visibilityOptions[value] }))}
        />
      </div>
      <Checkbox
        label={words.hidden}
        description={writableRoots.includes('items') ? words.hiddenHint : words.hiddenNeedsNotes}
        isChecked={rules.isHidden}
        isDisabled={!writableRoots.includes('items')}
        onChange={(isHidden) => onChange({ isHidden })}
      />
    </>
  )
}

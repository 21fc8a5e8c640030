import type { Step } from '@tafelrunde/schema/plain'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

export interface PartControlsProps {
  readonly step: Step
  /** The part that is on, counted from 0. */
  readonly index: number
  readonly onStart: (index: number) => void
}

/** Which part of the running step is on, and the way to the one before and after it. The clock goes there by itself. */
export function PartControls({ step, index, onStart }: PartControlsProps) {
  const words = useText().runSheet
  const of = step.parts.length
  const named = (at: number): string => words.part({ number: at + 1, of, title: step.parts[at]?.title ?? '' })
  return (
    <fieldset className="step-controls-part" aria-label={words.parts}>
      <IconButton
        size="s"
        label={index > 0 ? words.backStep({ title: named(index - 1) }) : words.backPart}
        icon={<Icon of={ChevronLeft} size={16} />}
        disabled={index === 0}
        onClick={() => onStart(index - 1)}
      />
      <span className="small">{named(index)}</span>
      <IconButton
        size="s"
        label={index < of - 1 ? words.nextStep({ title: named(index + 1) }) : words.nextPart}
        icon={<Icon of={ChevronRight} size={16} />}
        disabled={index >= of - 1}
        onClick={() => onStart(index + 1)}
      />
    </fieldset>
  )
}

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import type { KeyboardEvent, PointerEvent, Ref } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { StepDraft } from './stepDraft.ts'

export interface StepRowProps {
  ref: Ref<HTMLLIElement>
  step: StepDraft
  /** When it begins and ends by the plan, for example "09:50–09:55". */
  span: string
  index: number
  count: number
  isChosen: boolean
  isDragged: boolean
  onChoose: () => void
  onMove: (to: number) => void
  onGrip: (event: PointerEvent<HTMLElement>) => void
}

/** One step of the editor's list: choose it, drag it by its grip, or move it by buttons or Alt and arrow keys. */
export function StepRow(props: StepRowProps) {
  const { ref, step, span, index, count, isChosen, isDragged, onChoose, onMove, onGrip } = props
  const t = useText()
  const words = t.runSheet.form
  const title = step.title || words.newStep
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || by === undefined) return
    event.preventDefault()
    onMove(index + by)
  }
  return (
    <li ref={ref} data-chosen={isChosen ? '' : undefined} data-dragged={isDragged ? '' : undefined}>
      <span className="step-editor-grip" aria-hidden onPointerDown={onGrip}>
        <Icon of={GripVertical} size={16} />
      </span>
      <button
        type="button"
        className="step-editor-name"
        aria-pressed={isChosen}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={onChoose}
        onKeyDown={onKeyDown}
      >
        <span>{title}</span>
        <small className="tabular soft">{`${span} · ${t.runSheet.minutes({ count: step.minutes })}`}</small>
      </button>
      <IconButton
        size="s"
        label={words.moveUp({ title })}
        icon={<Icon of={ArrowUp} size={16} />}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      />
      <IconButton
        size="s"
        label={words.moveDown({ title })}
        icon={<Icon of={ArrowDown} size={16} />}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      />
    </li>
  )
}

import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'

export interface FormStepperProps {
  readonly pages: readonly { readonly id: string; readonly name: string }[]
  readonly shown: string
  readonly onShow: (id: string) => void
}

/** One field after the other: back, which one, on. */
export function FormStepper({ pages, shown, onShow }: FormStepperProps) {
  const t = useText().board
  const index = Math.max(
    0,
    pages.findIndex((page) => page.id === shown),
  )
  const [previous, next] = [pages[index - 1], pages[index + 1]]
  return (
    <nav className="form-stepper" aria-label={t.viewForm}>
      <Button disabled={!previous} icon={<Icon of={ArrowLeft} />} onClick={() => previous && onShow(previous.id)}>
        <span className="form-stepper-word">{t.formPrevious}</span>
      </Button>
      <Select
        label={t.formField({ index: index + 1, count: pages.length })}
        isLabelHidden
        value={pages[index]?.id ?? ''}
        onChange={onShow}
        options={pages.map((page, at) => ({ value: page.id, label: `${at + 1}/${pages.length} ${page.name}` }))}
      />
      <Button disabled={!next} onClick={() => next && onShow(next.id)}>
        <span className="form-stepper-word">{t.formNext}</span> <Icon of={ArrowRight} />
      </Button>
    </nav>
  )
}

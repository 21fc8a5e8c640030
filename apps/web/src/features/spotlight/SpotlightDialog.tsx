import type { RunCommand } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { useId, useState } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { spotlightChoices, spotlightOf, type ShowableCanvas, type SpotlightChoice } from './spotlightChoices.ts'
import './SpotlightDialog.css'

export interface SpotlightDialogProps {
  readonly group: Group
  readonly canvases: readonly ShowableCanvas[]
  readonly onCommand: (command: RunCommand) => void
  readonly onClose: () => void
}

/** Which part of a group's board everybody sees on the screen. */
export function SpotlightDialog({ group, canvases, onCommand, onClose }: SpotlightDialogProps) {
  const t = useText()
  const language = useLanguage()
  const name = useId()
  const [chosen, setChosen] = useState('board')
  const choices = spotlightChoices(canvases)
  const textOf = ({ canvas, field, count }: SpotlightChoice): string => {
    if (field) return t.signals.spotlight.field({ field: field.label[language], count })
    return canvas ? t.signals.spotlight.canvas({ title: canvas.title || group.name }) : t.signals.spotlight.board
  }
  return (
    <Dialog
      title={t.signals.spotlight.title({ name: group.name })}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button
            variant="primary"
            onClick={() => {
              const choice = choices.find(({ key }) => key === chosen)
              if (choice) onCommand({ type: 'stage.spotlight', spotlight: spotlightOf(group.id, choice) })
              onClose()
            }}
          >
            {t.signals.spotlight.show}
          </Button>
        </>
      }
    >
      <p className="small soft">{t.signals.spotlight.explain}</p>
      <fieldset className="spotlight-choices">
        <legend className="visually-hidden">{t.signals.spotlight.what}</legend>
        {choices.map((choice) => (
          <label key={choice.key} data-inside={choice.field ? '' : undefined}>
            <input type="radio" name={name} checked={choice.key === chosen} onChange={() => setChosen(choice.key)} />
            {textOf(choice)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}

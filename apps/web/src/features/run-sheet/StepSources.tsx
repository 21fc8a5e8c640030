import { STEP_TEMPLATES, stepsFromTemplate, type Step } from '@tafelrunde/schema/plain'
import { ListPlus } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/Menu.tsx'

/** An earlier workshop whose steps can be taken. */
export interface EarlierSteps {
  readonly id: string
  readonly title: string
  /** Null when they cannot be read; whoever gives this has said so then. */
  readonly read: () => Promise<readonly Step[] | null>
}

export interface StepSourcesProps {
  language: 'de' | 'en'
  /** Whether the common board harvests talks. */
  hasTalks: boolean
  earlier: readonly EarlierSteps[]
  onInsert: (steps: readonly Step[]) => void
}

/** Take the steps of a template or of an earlier workshop into this run sheet. */
export function StepSources({ language, hasTalks, earlier, onInsert }: StepSourcesProps) {
  const words = useText().runSheet.form
  const templates = Object.values(STEP_TEMPLATES).filter(({ steps }) => steps.length > 0)
  return (
    <Menu
      label={words.insert}
      placement="top start"
      trigger={
        <Button size="s" icon={<Icon of={ListPlus} size={16} />}>
          {words.insert}
        </Button>
      }
    >
      <MenuSection title={words.insertTemplate}>
        {templates.map((template) => (
          <MenuItem key={template.id} onAction={() => onInsert(stepsFromTemplate(template, language, { hasTalks }))}>
            {template.label[language]}
          </MenuItem>
        ))}
      </MenuSection>
      {earlier.length > 0 && (
        <MenuSection title={words.insertEarlier}>
          {earlier.map(({ id, title, read }) => (
            <MenuItem key={id} onAction={() => void read().then((steps) => steps && onInsert(steps))}>
              {title}
            </MenuItem>
          ))}
        </MenuSection>
      )}
    </Menu>
  )
}

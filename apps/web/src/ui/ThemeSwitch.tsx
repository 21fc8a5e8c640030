import { Contrast, Moon, Sun, SunMoon } from 'lucide-react'
import { useText } from '../i18n/useText.ts'
import { Icon } from './Icon.tsx'
import { Segmented } from './Segmented.tsx'
import { chooseTheme, THEMES, useTheme } from './theme.ts'

const ICONS = { system: SunMoon, light: Sun, dark: Moon, contrast: Contrast } as const

/** Light, dark, high contrast or as the device says. */
export function ThemeSwitch() {
  const t = useText()
  const theme = useTheme()
  return (
    <Segmented
      label={t.ui.theme}
      isIconOnly
      value={theme}
      onChange={chooseTheme}
      options={THEMES.map((value) => ({
        value,
        label: t.ui.themes[value],
        icon: <Icon of={ICONS[value]} size={16} />,
      }))}
    />
  )
}

import { useText } from '../i18n/useText.ts'
import { Segmented } from './Segmented.tsx'
import { chooseTheme, THEMES, useTheme, type Theme } from './theme.ts'

/** Drawn here and not taken from the icon set, which the join page would otherwise load for these four alone. */
const SHAPES: Readonly<Record<Theme, string>> = {
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  light:
    'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  contrast: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 3v18',
}

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
      options={THEMES.map((value) => ({ value, label: t.ui.themes[value], icon: <ThemeIcon theme={value} /> }))}
    />
  )
}

function ThemeIcon({ theme }: { theme: Theme }) {
  return (
    <svg width={16} height={16} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} aria-hidden>
      <path d={SHAPES[theme]} strokeLinecap="round" strokeLinejoin="round" />
      {theme === 'contrast' && <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" stroke="none" />}
    </svg>
  )
}

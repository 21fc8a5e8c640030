import type { ReactNode } from 'react'
import { useText } from '../i18n/useText.ts'
import { Link } from './Link.tsx'
import { Mark } from './Mark.tsx'
import { SkipLink } from './SkipLink.tsx'
import './AppBar.css'

export interface AppBarProps {
  /** Name of the place or workshop, the page's heading unless isHeading is false. */
  title: string
  isHeading?: boolean
  /** Beside the title: chip, group. */
  start?: ReactNode
  /** In the middle: timer. */
  center?: ReactNode
  /** At the end: people, buttons, lamp, person menu. */
  end?: ReactNode
}

/** The bar at the top of every working place. */
export function AppBar({ title, isHeading = true, start, center, end }: AppBarProps) {
  const t = useText()
  const Title = isHeading ? 'h1' : 'p'
  return (
    <header className="ui-bar">
      <div className="ui-bar-start">
        <SkipLink />
        <Link to="/" className="ui-bar-home" aria-label={t.ui.home}>
          <Mark />
        </Link>
        <Title className="ui-bar-title">{title}</Title>
        {start}
      </div>
      <div className="ui-bar-center">{center}</div>
      <div className="ui-bar-end">{end}</div>
    </header>
  )
}

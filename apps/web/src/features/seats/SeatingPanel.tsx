import type { SeatingMode } from '@tafelrunde/protocol'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { RestChoice } from './RestChoice.tsx'

export interface SeatingPanelProps {
  mode: SeatingMode
  onMode: (mode: SeatingMode) => void
  hasLobby: boolean
  onLobby: (isOn: boolean) => void
  /** Commands that put many people somewhere. */
  children: ReactNode
}

/** How people get into the workshop and into their groups. */
export function SeatingPanel({ mode, onMode, hasLobby, onLobby, children }: SeatingPanelProps) {
  const t = useText().groups
  return (
    <section className="seating-panel" aria-label={t.mode.label}>
      <div className="seating-mode">
        <Segmented
          label={t.mode.label}
          value={mode === 'free' ? 'free' : 'assigned'}
          onChange={(value) => onMode(value === 'free' ? 'free' : 'wait')}
          options={(['free', 'assigned'] as const).map((value) => ({ value, label: t.mode[value] }))}
        />
        {mode !== 'free' && <RestChoice value={mode} onChange={onMode} />}
      </div>
      <div className="seating-commands">{children}</div>
      <Checkbox
        label={t.lobby.switch}
        description={hasLobby ? t.lobby.off : undefined}
        isChecked={hasLobby}
        onChange={onLobby}
      />
    </section>
  )
}

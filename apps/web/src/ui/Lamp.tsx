import './Lamp.css'

export interface LampProps {
  /** Where the work is: only here, on its way, or on the server's disk. */
  state: 'device' | 'sent' | 'saved'
  label: string
}

/** The three-state lamp; its shape differs too, so that colour is not needed to read it. */
export function Lamp({ state, label }: LampProps) {
  return (
    <span className="ui-lamp" data-state={state}>
      <i aria-hidden />
      {label}
    </span>
  )
}

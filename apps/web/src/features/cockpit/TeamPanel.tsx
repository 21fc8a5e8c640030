import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { actText } from './actText.ts'
import type { Cockpit } from './cockpitState.ts'

/** Who else moderates now, and what the team did last, so that nobody does it twice. */
export function TeamPanel({ cockpit, ownSeatId }: { cockpit: Cockpit; ownSeatId: string }) {
  const t = useText().cockpit.team
  const language = useLanguage()
  const { acts, moderatorSeatIds, run, seats } = cockpit
  const names = moderatorSeatIds
    .filter((id) => id !== ownSeatId)
    .map((id) => seats.find((seat) => seat.id === id)?.name || t.someone)
  return (
    <section className="side-section" aria-labelledby="team-title">
      <h2 id="team-title">{t.title}</h2>
      <p className="small">{names.length === 0 ? t.alone : t.here({ names: names.join(', ') })}</p>
      {acts.length > 0 && (
        <ol className="team-acts">
          {acts.map((act) => (
            <li key={`${act.at}/${act.command ?? act.event}`}>
              <time className="soft tabular" dateTime={new Date(act.at).toISOString()}>
                {formatTime(act.at, language, run.workshop.timeZone)}
              </time>
              <span>{actText(act, { run, seats, ownSeatId, t })}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

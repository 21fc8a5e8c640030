import { Eye } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import type { PresenceSession } from '../../sync/presence.ts'
import { useSource } from '../../sync/Source.ts'
import { Icon } from '../../ui/Icon.tsx'
import { arrivalsOf, visitorsOf, type Visitor } from './visitors.ts'

/** How long an arrival is told; afterwards the person is among the faces in the bar. */
const TOLD_MS = 10_000

/** Who of the moderators is here: who looks on is said for as long as it lasts, who joins in once, politely. */
export function VisitLine({ presence, selfId }: { presence: PresenceSession; selfId: string }) {
  const t = useText().signals
  const visitors = visitorsOf(useSource(presence.others), selfId)
  const arrived = useArrivals(visitors)
  const lookers = visitors.filter(({ isLookingOn }) => isLookingOn)
  const names = lookers.map(({ name }) => name || t.someone).join(', ')
  return (
    <output className="signals-region">
      {(lookers.length > 0 || arrived.length > 0) && (
        <p className="visit-line">
          <Icon of={Eye} size={16} />
          {lookers.length > 0 && <span>{t.looksOn({ names })}</span>}
          {arrived.map(({ id, name }) => (
            <span key={id}>{t.joined({ name: name || t.someone })}</span>
          ))}
        </p>
      )}
    </output>
  )
}

/** Who came a moment ago; whoever was here when the page opened is no news. */
function useArrivals(visitors: readonly Visitor[]): readonly Visitor[] {
  const [arrived, setArrived] = useState<readonly Visitor[]>([])
  const known = useRef<readonly Visitor[] | null>(null)
  const key = JSON.stringify(visitors)
  useEffect(() => {
    const now = JSON.parse(key) as readonly Visitor[]
    const news = known.current === null ? [] : arrivalsOf(known.current, now)
    known.current = now
    if (news.length > 0) setArrived(news)
  }, [key])
  useEffect(() => {
    if (arrived.length === 0) return undefined
    const timeout = setTimeout(() => setArrived([]), TOLD_MS)
    return () => clearTimeout(timeout)
  }, [arrived])
  return arrived.filter(({ id }) => visitors.some((visitor) => visitor.id === id && !visitor.isLookingOn))
}

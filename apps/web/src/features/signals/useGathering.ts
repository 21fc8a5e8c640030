import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { navigate } from '../../ui/navigation.ts'
import { gatheringFor, goalOf, type GatheringAsk } from './gatheringFor.ts'
import { isWritingNow } from './isWritingNow.ts'

/** Time to press "stay"; it stands still while somebody writes, or has the focus in the request. */
const LEAD_SECONDS = 5

/** One choice per gathering and seat: who stayed, or went and came back, is not led again. */
const KEY = 'tafelrunde.gathering'

/** A request to come, and how it stands. */
export interface StandingAsk extends GatheringAsk {
  /** `counting`: the page goes in so many seconds; `typing`: it waits for the end of a text; `open`: it just says so. */
  readonly lead: { readonly type: 'counting'; readonly seconds: number } | { readonly type: 'typing' | 'open' }
  readonly hasStayed: boolean
  readonly go: () => void
  readonly stay: () => void
}

/** What the moderators ask of everybody, at a board (its group) or the plenary (null); goes there after the countdown. */
export function useGathering(run: RunState, seat: StoredSeat, here: GroupId | null): StandingAsk | null {
  const [settledId, setSettledId] = useState(() => sessionStorage.getItem(KEY))
  const [seconds, setSeconds] = useState(LEAD_SECONDS)
  const [isTyping, setIsTyping] = useState(false)
  const ask = gatheringFor(run, seat, here)
  const id = run.gathering ? `${seat.seatId}/${run.gathering.id}` : null
  const isSettled = id !== null && settledId === id
  const isHere = run.gathering !== null && goalOf(run.gathering, seat) === here
  const isLeading = ask !== null && ask.isLed && !isSettled
  const left = useRef(LEAD_SECONDS)

  const settle = (): void => {
    if (id === null) return
    sessionStorage.setItem(KEY, id)
    setSettledId(id)
  }
  const go = (): void => {
    settle()
    if (ask) navigate(placeUrl(seat, ask.group ? { board: ask.group.id } : 'plenary'))
  }
  const leadOn = useEffectEvent(async (): Promise<void> => {
    // The other place could not be opened without the server; people would lose the board that works.
    if (await isServerThere()) go()
    else left.current = LEAD_SECONDS
  })
  const tick = useEffectEvent((): void => {
    const isWriting = isWritingNow(document)
    setIsTyping(isWriting)
    if (document.querySelector('.gather-line:focus-within') !== null) return
    left.current = isWriting ? LEAD_SECONDS : left.current - 1
    setSeconds(left.current)
    if (left.current === 0) void leadOn()
  })
  useEffect(() => {
    if (!isLeading) return undefined
    left.current = LEAD_SECONDS
    const interval = setInterval(tick, 1_000)
    return () => clearInterval(interval)
  }, [isLeading, id])
  useEffect(() => {
    // The next place is another page and reads it when it opens.
    if (isHere && id !== null) sessionStorage.setItem(KEY, id)
  }, [isHere, id])

  if (!ask) return null
  const lead = !isLeading
    ? ({ type: 'open' } as const)
    : isTyping
      ? ({ type: 'typing' } as const)
      : ({ type: 'counting', seconds: Math.max(1, seconds) } as const)
  return { ...ask, lead, hasStayed: isSettled, go, stay: settle }
}

/** Asks the server itself: what a browser says of its network is about another network at times. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

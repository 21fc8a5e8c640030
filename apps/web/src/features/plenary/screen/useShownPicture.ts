import { useEffect, useRef, useState } from 'react'
import type { Plenary } from '../plenaryState.ts'
import { keepLastPicture, readLastPicture, type LastPicture, type PictureOwner } from './lastPicture.ts'
import { nextPicture, type ShownPicture } from './shownPicture.ts'

/** Twelve groups that type at once change the picture ten times a second; the disk hears of it now and then. */
const keepEveryMs = 5_000

/** The picture to show, and since when it has been nothing but a memory (epoch milliseconds of the device). */
export interface PictureOnScreen {
  readonly picture: ShownPicture | null
  readonly keptAt: number | null
}

/** The picture of a screen: live, frozen, or the last one that this device saw. */
export function useShownPicture(owner: PictureOwner, live: Plenary | null): PictureOnScreen {
  const { instanceId, seatId } = owner
  const [last, setLast] = useState<LastPicture | null>(null)
  const [isRead, setRead] = useState(false)
  const [shown, setShown] = useState<ShownPicture | null>(null)
  useEffect(() => {
    let isGone = false
    void readLastPicture({ instanceId, seatId }).then((picture) => {
      if (isGone) return
      setLast(picture)
      setRead(true)
    })
    return () => {
      isGone = true
    }
  }, [instanceId, seatId])

  // What was kept is read in milliseconds; waiting for it lets a screen that reloads find its frozen picture again.
  const before = shown ?? (last ? { plenary: last.plenary, isLive: false } : null)
  const picture = live && isRead ? nextPicture(before, live) : before
  if (picture !== shown) setShown(picture)

  const plenary = picture?.isLive ? picture.plenary : null
  const keptAt = useRef(0)
  useEffect(() => {
    if (!plenary) return undefined
    const keep = (): void => {
      keptAt.current = Date.now()
      void keepLastPicture({ instanceId, seatId }, plenary)
    }
    // A frozen picture is kept at once: a reload must not lose it.
    const isFrozen = plenary.run.stage.frozenAt !== null
    const wait = setTimeout(keep, isFrozen ? 0 : Math.max(0, keptAt.current + keepEveryMs - Date.now()))
    return () => clearTimeout(wait)
  }, [plenary, instanceId, seatId])
  return { picture, keptAt: picture && !picture.isLive ? (last?.keptAt ?? null) : null }
}

import { isModerating } from '@tafelrunde/protocol'
import { useEffect, useState } from 'react'
import { callApi } from '../../../api/callApi.ts'
import type { StoredSeat } from '../../../api/seats.ts'
import { anything } from '../../../api/shape.ts'

/** Which of how many pages a screen shows, counted from 0. */
export interface PageNews {
  readonly title: string
  readonly page: number
  readonly pages: number
}

/** Somebody who leafs through quickly is followed when they stop. */
const settleMs = 250

/** So often a screen says that it is still there. */
const repeatMs = 30_000

/** Tells the remote controls what this screen shows; a failure costs nothing but their knowing it. */
export function useShownPage(seat: StoredSeat): (page: PageNews) => void {
  const [news, setNews] = useState<PageNews | null>(null)
  const { workshopId, token, role, groupId } = seat
  const isAsked = isModerating(role) || (role === 'screen' && groupId === null)
  const title = news?.title.slice(0, 120) ?? ''
  const page = news?.page ?? 0
  const pages = news?.pages ?? 0
  useEffect(() => {
    if (!isAsked || pages === 0) return undefined
    const tell = (): void => {
      if (document.visibilityState !== 'visible') return
      const body = { title, page: Math.min(page, 999), pages: Math.min(pages, 1_000) }
      void callApi('PUT', `/workshops/${workshopId}/screen`, { token, body, schema: anything }).catch(() => undefined)
    }
    const first = setTimeout(tell, settleMs)
    const again = setInterval(tell, repeatMs)
    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [isAsked, workshopId, token, title, page, pages])
  return setNews
}

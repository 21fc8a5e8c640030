import { LongRequests, type PageView, type TabChannel } from './LongRequests.ts'

const CHANNEL = 'tafelrunde.tabs'
const USES = ['focus', 'pageshow', 'pagehide'] as const

let ofPage: LongRequests | null = null

/** Who on this page may hold a request open, agreed with the other tabs of the browser. */
export function longRequestsOfPage(): LongRequests {
  ofPage ??= new LongRequests({ tab: randomName(), channel: openChannel(), page: thisPage() })
  return ofPage
}

function openChannel(): TabChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  const channel = new BroadcastChannel(CHANNEL)
  const tabs: TabChannel = { post: (message) => channel.postMessage(message), onMessage: null }
  channel.addEventListener('message', (event) => tabs.onMessage?.(event.data))
  return tabs
}

function thisPage(): PageView {
  let isGone = false
  return {
    isVisible: () => document.visibilityState === 'visible' && !isGone,
    onChange(listener) {
      const onUse = (event: Event): void => {
        isGone = event.type === 'pagehide'
        listener()
      }
      document.addEventListener('visibilitychange', listener)
      for (const use of USES) addEventListener(use, onUse)
      return () => {
        document.removeEventListener('visibilitychange', listener)
        for (const use of USES) removeEventListener(use, onUse)
      }
    },
  }
}

/** Not `randomUUID`, which a plain-http page does not have. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join('')
}

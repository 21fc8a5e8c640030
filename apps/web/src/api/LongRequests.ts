/** How one part of a page may get its news: by a request that stays open, by asking often, or by asking seldom. */
export type Pace = 'stream' | 'often' | 'seldom'

/** The way to the other tabs of this browser; a BroadcastChannel, or a fake. */
export interface TabChannel {
  post(message: TabMessage): void
  /** Called with what the other tabs post; never with one's own. */
  onMessage: ((message: unknown) => void) | null
}

/** What a tab tells the others about itself. */
export interface TabMessage {
  readonly tab: string
  /** When a person last used it, epoch milliseconds; null if it wants no long request. */
  readonly usedAt: number | null
  /** A tab that has just come: the others answer. */
  readonly isNew?: boolean
}

/** The page as far as it matters here. */
export interface PageView {
  readonly isVisible: () => boolean
  /** Calls back when the page is shown, hidden or used; returns how to stop. */
  readonly onChange: (listener: () => void) => () => void
}

/**
 * Browsers open six connections to a host, for all their tabs together (HTTP/1.1). Three stay open at most; the other
 * three are for everything that is answered at once, so that no tab ever waits for another.
 */
const MOST_STREAMING_TABS = 3
const LOOK_EVERY_MS = 500
const TELL_EVERY_MS = 2_000
/** A tab that has not been heard for so long is closed or asleep. */
const FORGET_MS = 7_000
/** Who only looks into another tab for a moment finds this one as it was. */
const HIDDEN_GRACE_MS = 5_000

/**
 * Decides who may hold a request open: one part of a page, in the three visible tabs that were used last.
 *
 * 1. A page holds at most one long request, whoever asks.
 * 2. Hidden tabs hold none. Visible tabs beyond the third ask often instead.
 * 3. Tabs tell one another who they are; without a way to do that each is alone.
 */
export class LongRequests {
  private readonly tab: string
  private readonly channel: TabChannel | null
  private readonly page: PageView
  private readonly askers = new Map<(pace: Pace) => void, Pace>()
  private readonly others = new Map<string, { usedAt: number; heardAt: number }>()
  private stopWatching: (() => void) | null = null
  private beat: ReturnType<typeof setInterval> | null = null
  private usedAt = 0
  private toldAt = 0
  private hiddenSince: number | null = null

  constructor({ tab, channel, page }: { tab: string; channel: TabChannel | null; page: PageView }) {
    this.tab = tab
    this.channel = channel
    this.page = page
  }

  /** Ask for news; `onPace` is called at once and whenever the answer changes. Returns how to stop. */
  ask(onPace: (pace: Pace) => void): () => void {
    // The tab that was opened last was used last, so nobody has to be asked first.
    if (this.askers.size === 0) this.start()
    const pace = this.paceOf(this.askers.size)
    this.askers.set(onPace, pace)
    onPace(pace)
    return () => {
      if (this.askers.delete(onPace) && this.askers.size === 0) this.stop()
      else this.decide()
    }
  }

  private start(): void {
    const now = Date.now()
    this.usedAt = now
    this.hiddenSince = this.page.isVisible() ? null : now - HIDDEN_GRACE_MS
    if (this.channel) this.channel.onMessage = (message) => this.hear(message)
    this.stopWatching = this.page.onChange(() => this.onPage())
    this.tell({ isNew: true })
    this.beat = setInterval(() => this.onBeat(), LOOK_EVERY_MS)
  }

  private stop(): void {
    if (this.beat) clearInterval(this.beat)
    this.stopWatching?.()
    this.channel?.post({ tab: this.tab, usedAt: null })
    if (this.channel) this.channel.onMessage = null
    this.others.clear()
  }

  private onBeat(): void {
    const now = Date.now()
    for (const [tab, { heardAt }] of this.others) if (now - heardAt > FORGET_MS) this.others.delete(tab)
    if (now - this.toldAt >= TELL_EVERY_MS && this.isWishing(now)) this.tell()
    this.decide()
  }

  private onPage(): void {
    const now = Date.now()
    if (this.page.isVisible()) {
      this.hiddenSince = null
      this.usedAt = now
    } else this.hiddenSince ??= now
    this.tell()
    this.decide()
  }

  private tell({ isNew = false } = {}): void {
    this.toldAt = Date.now()
    const usedAt = this.isWishing(this.toldAt) ? this.usedAt : null
    this.channel?.post({ tab: this.tab, usedAt, ...(isNew && { isNew }) })
  }

  private hear(message: unknown): void {
    if (!isTabMessage(message)) return
    if (message.usedAt === null) this.others.delete(message.tab)
    else this.others.set(message.tab, { usedAt: message.usedAt, heardAt: Date.now() })
    if (message.isNew) this.tell()
    this.decide()
  }

  private decide(): void {
    let index = 0
    for (const [onPace, before] of this.askers) {
      const pace = this.paceOf(index)
      index += 1
      if (pace === before) continue
      this.askers.set(onPace, pace)
      onPace(pace)
    }
  }

  private paceOf(index: number): Pace {
    const now = Date.now()
    if (!this.isWishing(now)) return 'seldom'
    if (index > 0) return 'often'
    const isBefore = ([tab, { usedAt }]: [string, { usedAt: number }]): boolean =>
      usedAt > this.usedAt || (usedAt === this.usedAt && tab < this.tab)
    return [...this.others].filter(isBefore).length < MOST_STREAMING_TABS ? 'stream' : 'often'
  }

  private isWishing(now: number): boolean {
    return this.hiddenSince === null || now - this.hiddenSince < HIDDEN_GRACE_MS
  }
}

function isTabMessage(value: unknown): value is TabMessage {
  if (typeof value !== 'object' || value === null || !('tab' in value) || !('usedAt' in value)) return false
  return typeof value.tab === 'string' && (value.usedAt === null || typeof value.usedAt === 'number')
}

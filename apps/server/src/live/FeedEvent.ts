/** One event of a live feed; becomes one event of the stream that a page holds. */
export interface FeedEvent {
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A running feed of one seat. */
export interface Feed {
  stop(): void
}

/** How a feed reaches its page. */
export interface FeedOutlet {
  send(event: FeedEvent): void
  /** The seat was revoked: nothing comes any more. */
  end(): void
}

/** What was seen on this device and on its way to the server; null for what gave no answer. */
export interface Observations {
  /** Usual time for a question and its answer. */
  readonly latencyMs: number | null
  /** Server time minus device time. */
  readonly clockOffsetMs: number | null
  /** Until the sync endpoint answered, over each way. */
  readonly websocketMs: number | null
  readonly streamMs: number | null
  readonly pollMs: number | null
  readonly hasStorage: boolean
  readonly hasDatabase: boolean
  readonly isBrowserCurrent: boolean
  readonly viewport: { readonly width: number; readonly height: number }
}

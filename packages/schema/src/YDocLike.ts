/** A Y.Doc as code sees it that must not import yjs: hand it to `openBoard`, `openWorkshopState` or `openPlenary`. */
export interface YDocLike {
  readonly clientID: number
  readonly guid: string
}

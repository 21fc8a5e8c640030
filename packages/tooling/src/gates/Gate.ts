/** What a gate found in a work tree: it passes when there is no problem. */
export interface GateResult {
  /** One text per problem, or a tool's whole report as one text. */
  readonly problems: readonly string[]
  /** Worth telling, but no reason to fail. */
  readonly notes?: readonly string[]
}

/** One rule of the repository that a machine checks. Reads the tree under `root` and changes nothing in it. */
export interface Gate {
  readonly name: string
  run(root: string): Promise<GateResult>
}

import type { TokenHash } from '../links/tokens.ts'

/**
 * Who may create workshops on this server, and the server's own id.
 *
 * [X1] A setup token is traded once: of two who use it at the same time, one gets the creation token.
 * [X2] A new setup token replaces those that were not used.
 * [X3] A creation token is found by its hash from then on.
 * [X4] The id of the instance is made once and never changes.
 */
export interface CreatorStore {
  replaceSetupToken(tokenHash: TokenHash, at: number): Promise<void>
  /** False when the setup token is unknown or used. */
  tradeSetupToken(setupHash: TokenHash, creationHash: TokenHash, at: number): Promise<boolean>
  mayCreate(creationHash: TokenHash): Promise<boolean>
  hasCreator(): Promise<boolean>
  instanceId(): Promise<string>
}

import { AppError } from '@tafelrunde/protocol'
import { hashToken, newCreationToken, newToken } from '../links/tokens.ts'
import type { ServerParts } from '../ServerParts.ts'

/**
 * Trade the one-time setup link for a token that may create workshops.
 *
 * @throws AppError `setup.used` when the link is unknown, used, or replaced by a newer one
 */
export async function tradeSetupToken(
  parts: Pick<ServerParts, 'creators' | 'now' | 'log'>,
  setupToken: string,
): Promise<string> {
  const creationToken = newCreationToken()
  const isTraded = await parts.creators.tradeSetupToken(hashToken(setupToken), hashToken(creationToken), parts.now())
  if (!isTraded) throw new AppError('setup.used', 'the setup link is not valid (any more)')
  parts.log.info('setup.used', {})
  return creationToken
}

/** The address of a new setup link if nobody has set this server up yet, else null. */
export async function makeSetupLink(
  parts: Pick<ServerParts, 'creators' | 'workshops' | 'now' | 'baseUrl'>,
): Promise<string | null> {
  if ((await parts.creators.hasCreator()) || (await parts.workshops.count()) > 0) return null
  const token = newToken()
  await parts.creators.replaceSetupToken(hashToken(token), parts.now())
  return `${parts.baseUrl()}/setup#${token}`
}

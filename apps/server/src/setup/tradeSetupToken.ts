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

/**
 * The address of a new setup link while nobody can create with a token: on an empty data folder, and where a server
 * that was open to its machine asks for tokens from now on. Else null.
 */
export async function makeSetupLink(
  parts: Pick<ServerParts, 'creators' | 'workshops' | 'now' | 'baseUrl'>,
  whoMayCreate: 'anyone' | 'token',
): Promise<string | null> {
  if (await parts.creators.hasCreator()) return null
  if (whoMayCreate === 'anyone' && (await parts.workshops.count()) > 0) return null
  const token = newToken()
  await parts.creators.replaceSetupToken(hashToken(token), parts.now())
  return `${parts.baseUrl()}/setup#${token}`
}

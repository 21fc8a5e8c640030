import { expect, test } from 'vitest'
import { hashToken, newCreationToken, newToken } from '../links/tokens.ts'
import type { CreatorStore } from './CreatorStore.ts'

/** The rules of CreatorStore, for every implementation. */
export function creatorStoreContract(open: () => Promise<CreatorStore>): void {
  const aSetup = () => hashToken(newToken())
  const aCreator = () => hashToken(newCreationToken())

  test('[X1] [X3] a setup token is traded once, for a token that creates from then on', async () => {
    const creators = await open()
    const [setup, first, second] = [aSetup(), aCreator(), aCreator()]
    await creators.replaceSetupToken(setup, 1)
    expect(await creators.hasCreator()).toBe(false)
    const trades = await Promise.all([first, second].map((token) => creators.tradeSetupToken(setup, token, 2)))
    expect(trades).toEqual([true, false])
    expect(await Promise.all([first, second, aCreator()].map((token) => creators.mayCreate(token)))).toEqual([
      true,
      false,
      false,
    ])
    expect(await creators.tradeSetupToken(setup, aCreator(), 3)).toBe(false)
    expect(await creators.tradeSetupToken(aSetup(), aCreator(), 3)).toBe(false)
    expect(await creators.hasCreator()).toBe(true)
  })

  test('[X2] a new setup token replaces one that was not used', async () => {
    const creators = await open()
    const [old, fresh] = [aSetup(), aSetup()]
    await creators.replaceSetupToken(old, 1)
    await creators.replaceSetupToken(fresh, 2)
    expect(await creators.tradeSetupToken(old, aCreator(), 3)).toBe(false)
    expect(await creators.tradeSetupToken(fresh, aCreator(), 3)).toBe(true)
  })

  test('[X4] the id of the instance never changes', async () => {
    const creators = await open()
    const ids = await Promise.all([creators.instanceId(), creators.instanceId()])
    expect(ids[0]).toMatch(/^[A-Za-z][A-Za-z0-9_-]{21}$/)
    expect(new Set([...ids, await creators.instanceId()]).size).toBe(1)
  })
}

import { installRandom } from './installRandom.ts'
import { SeededRandom } from '@tafelrunde/participant/random'
import { expect, it } from 'vitest'

/** What ids, shuffles and the client ids of documents are made of. */
async function draw(): Promise<readonly unknown[]> {
  const { Doc } = await import('yjs')
  return [crypto.getRandomValues(new Uint8Array(8)).join(), Math.random(), new Doc().clientID]
}

it('decides everything by the seed until it is taken out again', async () => {
  const drawn: unknown[] = []
  for (const seed of [1, 1, 2]) {
    const uninstall = installRandom(new SeededRandom(seed))
    drawn.push(await draw())
    uninstall()
  }
  expect(drawn[1]).toEqual(drawn[0])
  expect(drawn[2]).not.toEqual(drawn[0])
  expect(await draw()).not.toEqual(await draw())
})

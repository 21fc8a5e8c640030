import { afterEach, beforeEach, expect, it, vi, type Mock } from 'vitest'
import { reloadForNewVersion } from './reloadForNewVersion.ts'

let page: EventTarget
let reload: Mock<() => void>
let answer: () => Response

beforeEach(() => {
  page = new EventTarget()
  reload = vi.fn<() => void>()
  answer = () => new Response()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('fetch', async () => answer())
  reloadForNewVersion()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A chunk could not be fetched. */
async function failToLoad(): Promise<void> {
  page.dispatchEvent(new Event('vite:preloadError'))
  await new Promise((resolve) => setImmediate(resolve))
}

it('a page from before an update is reloaded, once', async () => {
  await failToLoad()
  await failToLoad()
  expect(reload).toHaveBeenCalledTimes(1)
})

it('a page without a network is not thrown away, and is reloaded later if it is old', async () => {
  answer = () => {
    throw new TypeError('no network')
  }
  await failToLoad()
  answer = () => new Response(null, { status: 502 })
  await failToLoad()
  expect(reload).not.toHaveBeenCalled()
  answer = () => new Response()
  await failToLoad()
  expect(reload).toHaveBeenCalledTimes(1)
})
